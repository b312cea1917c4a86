package io.crmkit.export;

import io.crmkit.ai.MessageInsight;
import io.crmkit.contact.MatchKey;
import io.crmkit.dossier.Entry;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Aftermath;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Delivery;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.Occurrence;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.interaction.Transfer;
import java.util.TreeSet;

/** One entry of a timeline as a record. */
final class EntryWriter {
    private final JsonOut json;
    private final PortraitWriter parts;
    private final ContentWriter contents;

    EntryWriter(JsonOut json) {
        this.json = json;
        this.parts = new PortraitWriter(json);
        this.contents = new ContentWriter(json);
    }

    void write(Entry entry) {
        Interaction interaction = entry.interaction();
        Occurrence o = interaction.occurrence();
        json.begin()
                .text("record", "entry")
                .id("id", o.id())
                .id("contactId", o.contact())
                .id("conversationId", interaction.threaded() ? o.conversation() : null);
        if (interaction instanceof Message message) {
            message(message);
        } else if (interaction instanceof SystemEvent event) {
            event(event);
        } else {
            dealing((Dealing) interaction);
        }
        json.word("from", o.author())
                .time("occurredAt", o.occurredAt())
                .time("receivedAt", o.receivedAt())
                .text("channel", o.ref().account().channel())
                .text("account", o.ref().account().account())
                .text("providerId", o.ref().id());
        MatchKey route = entry.route();
        if (route != null) {
            json.begin("route");
            parts.key(route);
            json.end();
        }
        json.each("readings", entry.readings(), this::reading).end();
    }

    private void message(Message message) {
        Content shown = message.content();
        json.text("kind", "message");
        contents.fields(shown);
        json.word("state", message.state()).word("origin", message.origin());
        if (!shown.equals(message.original())) {
            json.begin("original");
            contents.fields(message.original());
            json.end();
        }
        delivery(message.delivery());
        Aftermath after = message.aftermath();
        json.each("edits", after.edits(), this::edit)
                .each("reactions", after.reactions(), this::reaction)
                .time("deletedAt", after.deletedAt());
        if (after.told().displayName() != null || after.told().username() != null) {
            json.begin("told");
            parts.naming(after.told());
            json.end();
        }
    }

    private void delivery(Delivery delivery) {
        json.begin("delivery")
                .word("reached", delivery.reached())
                .time("reachedAt", delivery.reachedAt())
                .time("arrivedAt", delivery.arrivedAt())
                .time("failedAt", delivery.failedAt());
        json.end();
        if (delivery.error() != null) {
            json.begin("error");
            contents.error(delivery.error());
            json.end();
        }
    }

    private void edit(MessageEdited edit) {
        json.time("at", edit.at());
        contents.fields(edit.content());
    }

    private void reaction(Reacted reaction) {
        json.word("from", reaction.by()).time("at", reaction.at()).text("emoji", reaction.emoji());
    }

    private void event(SystemEvent event) {
        json.text("kind", "event")
                .word("type", event.kind())
                .text("text", event.content().text())
                .number("score", event.score());
        content(event.content());
    }

    private void content(Content content) {
        json.begin("content");
        contents.fields(content);
        json.end();
    }

    private void dealing(Dealing dealing) {
        if (dealing.deal() instanceof Booking booking) {
            json.text("kind", "appointment")
                    .text("of", dealing.subject().id())
                    .word("status", booking.status())
                    .time("start", booking.start())
                    .id("zone", booking.zone())
                    .text("service", booking.service())
                    .text("staff", booking.staff());
            if (booking.price() != null) {
                json.number("price", booking.price().amount())
                        .text("currency", booking.price().currency());
            }
            json.text("source", booking.source()).word("by", booking.by());
        } else {
            Transfer transfer = (Transfer) dealing.deal();
            json.text("kind", "payment")
                    .text("of", dealing.subject().id())
                    .word("type", transfer.kind())
                    .number("amount", transfer.money().amount())
                    .text("currency", transfer.money().currency())
                    .text("for", transfer.purpose())
                    .text("source", transfer.source());
        }
        content(dealing.content());
    }

    private void reading(Reading reading) {
        json.text("extractor", reading.extractor())
                .text("reader", reading.reader())
                .time("at", reading.at());
        MessageInsight insight = reading.insight();
        if (insight != null) {
            json.begin("insight")
                    .word("sentiment", insight.sentiment())
                    .texts("intents", new TreeSet<>(insight.intents()))
                    .texts("questions", insight.questions())
                    .flag("frustration", insight.frustration())
                    .flag("injectionSuspected", insight.injectionSuspected())
                    .number("confidence", insight.confidence())
                    .end();
        }
    }
}
