package io.crmkit.whatsapp;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.ConsentEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happened around a conversation without being said in it. */
record Notices(Scene scene) {
    /** Words in the name of an owner's role that mean that no human owns the conversation. */
    private static final Set<String> MACHINES = Set.of("ai", "bot", "meta", "automation", "automated");

    /** The customer stopped or resumed marketing messages. */
    InboundEvent preference(JsonNode item) {
        Address told = Address.read(item, "wa_id", "user_id", "parent_user_id");
        String ref = Fingerprint.of(
                "user_preferences",
                List.of(
                        told.key(),
                        Fields.text(item, "category", ""),
                        Fields.text(item, "value", ""),
                        Fields.text(item, "timestamp", "")));
        InboundEvent notice =
                notice(item, told, ref, EventKind.CHANNEL_NOTICE, "user_preferences", Fields.text(item, "detail"));
        String value = Fields.text(item, "value", "");
        boolean known = Fields.text(item, "category", "").equals("marketing_messages")
                && (value.equals("stop") || value.equals("resume"));
        return known && notice instanceof HappeningEvent happened
                ? new ConsentEvent(
                        happened.ref(),
                        happened.party(),
                        Purpose.MARKETING,
                        value.equals("resume"),
                        happened.occurredAt(),
                        happened.content())
                : notice;
    }

    /** Meta found a lead or a purchase in a conversation that an advertisement began. */
    InboundEvent automatic(JsonNode item) {
        Address told = Address.read(item, "wa_id", "user_id", "parent_user_id");
        String name = Fields.text(item, "event_name");
        String id = Fields.text(item, "id");
        String ref = id == null || name == null ? null : id + "#" + name;
        Address whom = told.isNobody() ? scene.people().only() : told;
        return notice(item, whom, ref, EventKind.CHANNEL_NOTICE, "automatic_events", name);
    }

    /** Somebody else answers the customer from now on. */
    InboundEvent handover(JsonNode value) {
        Address told = Address.read(value.path("sender"), "phone_number", "user_id", "parent_user_id")
                .or(new Address(Address.phone(value.path("sender"), "wa_id"), null, null));
        String type = Fields.text(value, "type", "");
        String owner = Fields.text(value.path(type), "new_owner_role", "");
        String ref = Fingerprint.of(
                "messaging_handovers", List.of(told.key(), type, owner, Fields.text(value, "timestamp", "")));
        EventKind kind = machine(owner) ? EventKind.HANDED_TO_BOT : EventKind.HANDED_TO_AGENT;
        return notice(value, told, ref, kind, "messaging_handovers", null);
    }

    private InboundEvent notice(
            JsonNode item, Address told, @Nullable String ref, EventKind kind, String type, @Nullable String text) {
        Optional<Party> party = scene.people().party(told);
        Optional<Instant> at = scene.times().of(item);
        if (party.isEmpty() || at.isEmpty() || ref == null || !Text.isId(ref, 512)) {
            return scene.aside("A notice of " + type + " lacks its customer, its time or its id.", item);
        }
        Content content = Content.of(type, text, Json.write(item));
        return new HappeningEvent(scene.ref(ref), party.get(), kind, at.get(), content);
    }

    private static boolean machine(String role) {
        StringBuilder word = new StringBuilder();
        for (char c : (role + " ").toCharArray()) {
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
                word.append(Character.toLowerCase(c));
            } else if (MACHINES.contains(word.toString())) {
                return true;
            } else {
                word.setLength(0);
            }
        }
        return false;
    }
}
