package io.crmkit.export;

import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.Referral;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.profile.InitialInquiry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The parts of the document that are values: one entry of a timeline, an inquiry, a time, a word. */
final class EntryJson {
    private EntryJson() {}

    static void entry(JsonGenerator json, Interaction entry) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind(entry));
        word(json, "from", entry.author());
        if (entry instanceof SystemEvent event) {
            word(json, "type", event.kind());
        } else if (entry instanceof Dealing dealing) {
            DealJson.fields(json, dealing);
        } else {
            json.writeStringProperty("type", entry.content().type());
        }
        json.writeStringProperty("text", entry.content().text());
        if (entry instanceof SystemEvent event && event.score() != null) {
            json.writeNumberProperty("score", event.score());
        }
        time(json, "occurredAt", entry.occurredAt());
        time(json, "receivedAt", entry.occurrence().receivedAt());
        word(json, "state", entry instanceof Message message ? message.state() : null);
        error(json, entry);
        json.writeStringProperty("providerId", entry.occurrence().ref().id());
        if (entry instanceof Message message) {
            aftermath(json, message);
        }
        json.writeEndObject();
    }

    private static String kind(Interaction entry) {
        if (entry instanceof Dealing dealing) {
            return dealing.deal() instanceof Booking ? "appointment" : "payment";
        }
        return entry instanceof SystemEvent ? "event" : "message";
    }

    private static void aftermath(JsonGenerator json, Message message) {
        List<Reacted> reactions = message.reactions();
        if (!reactions.isEmpty()) {
            json.writeArrayPropertyStart("reactions");
            reactions.forEach(reaction -> {
                json.writeStartObject();
                word(json, "from", reaction.by());
                json.writeStringProperty("emoji", reaction.emoji());
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        message.editedAt().ifPresent(at -> time(json, "editedAt", at));
        message.deletedAt().ifPresent(at -> time(json, "deletedAt", at));
    }

    /** What went wrong on the way, or what the provider could not pass on of a customer's message. */
    private static void error(JsonGenerator json, Interaction entry) {
        ProviderError error =
                entry instanceof Message message ? message.delivery().error() : null;
        List<ProviderError> inbound = entry.content().errors();
        if (error == null && !inbound.isEmpty()) {
            error = inbound.get(0);
        }
        if (error == null) {
            json.writeNullProperty("error");
            return;
        }
        json.writeObjectPropertyStart("error");
        json.writeNumberProperty("code", error.code());
        json.writeStringProperty("title", error.title());
        json.writeStringProperty("details", error.details());
        json.writeEndObject();
    }

    static void inquiry(JsonGenerator json, @Nullable InitialInquiry inquiry) {
        json.writeObjectPropertyStart("initialInquiry");
        json.writeStringProperty("text", inquiry == null ? null : inquiry.text());
        Referral referral = inquiry == null ? null : inquiry.referral();
        if (referral == null) {
            json.writeNullProperty("referral");
        } else {
            json.writeObjectPropertyStart("referral");
            json.writeStringProperty("sourceType", referral.sourceType());
            json.writeStringProperty("sourceId", referral.sourceId());
            json.writeStringProperty("sourceUrl", referral.sourceUrl());
            json.writeStringProperty("headline", referral.headline());
            json.writeStringProperty("body", referral.body());
            json.writeStringProperty("clickId", referral.clickId());
            json.writeStringProperty("ref", referral.ref());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void word(JsonGenerator json, String name, @Nullable Enum<?> value) {
        json.writeStringProperty(name, value == null ? null : value.name().toLowerCase(Locale.ROOT));
    }

    /** ISO 8601 in UTC. */
    static void time(JsonGenerator json, String name, @Nullable Instant at) {
        json.writeStringProperty(name, at == null ? null : at.toString());
    }
}
