package io.crmkit.export;

import io.crmkit.ai.MessageInsight;
import io.crmkit.ai.Sentiment;
import io.crmkit.dossier.Entry;
import io.crmkit.insight.Reading;
import io.crmkit.interaction.Aftermath;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Deal;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Delivery;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.Occurrence;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.interaction.Transfer;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.UUID;

/** Reads an entry of a timeline off its record. */
final class EntryReader {
    private EntryReader() {}

    static Entry entry(Fields f) {
        Interaction interaction = interaction(f, occurrence(f));
        return new Entry(
                interaction,
                f.optional("route", PortraitReader::key),
                f.each("readings", each -> reading(each, interaction.id())));
    }

    private static Occurrence occurrence(Fields f) {
        UUID conversation = f.optionalId("conversationId");
        return new Occurrence(
                new InteractionId(f.id("id")),
                PortraitReader.contact(f, "contactId"),
                conversation == null ? ConversationId.NONE : new ConversationId(conversation),
                new ProviderRef(PortraitReader.account(f), f.text("providerId")),
                f.word("from", Author.class),
                f.time("occurredAt"),
                f.time("receivedAt"));
    }

    private static Interaction interaction(Fields f, Occurrence occurrence) {
        return switch (f.text("kind")) {
            case "message" -> message(f, occurrence);
            case "event" ->
                new SystemEvent(
                        occurrence,
                        f.word("type", EventKind.class),
                        f.object("content").read(ContentReader::content),
                        f.optionalNumber("score"));
            case "appointment" -> dealing(f, occurrence, booking(f));
            case "payment" -> dealing(f, occurrence, transfer(f));
            default -> throw new IllegalArgumentException("There is no such kind of entry");
        };
    }

    private static Message message(Fields f, Occurrence occurrence) {
        Content shown = ContentReader.content(f);
        Content original = f.optional("original", ContentReader::content);
        return new Message(
                occurrence,
                f.word("origin", Origin.class),
                original == null ? shown : original,
                delivery(f),
                new Aftermath(
                        f.each("edits", edit -> new MessageEdited(edit.time("at"), ContentReader.content(edit))),
                        f.each("reactions", EntryReader::reaction),
                        f.optionalTime("deletedAt"),
                        f.has("told") ? f.object("told").read(PortraitReader::naming) : Aftermath.NONE.told()));
    }

    private static Delivery delivery(Fields f) {
        Fields delivery = f.object("delivery");
        return new Delivery(
                delivery.word("reached", DeliveryState.class),
                delivery.optionalTime("reachedAt"),
                delivery.optionalTime("arrivedAt"),
                delivery.optionalTime("failedAt"),
                f.optional("error", ContentReader::error));
    }

    private static Reacted reaction(Fields f) {
        return new Reacted(f.word("from", Author.class), f.time("at"), f.text("emoji"));
    }

    private static Dealing dealing(Fields f, Occurrence occurrence, Deal deal) {
        return new Dealing(
                occurrence,
                new ProviderRef(occurrence.ref().account(), f.text("of")),
                deal,
                f.object("content").read(ContentReader::content));
    }

    private static Booking booking(Fields f) {
        return new Booking(
                f.word("status", AppointmentStatus.class),
                f.optionalTime("start"),
                f.has("zone") ? ZoneId.of(f.text("zone")) : null,
                f.optional("service"),
                f.optional("staff"),
                f.has("price") ? new Money(f.number("price"), f.text("currency")) : null,
                f.optional("source"),
                f.optionalWord("by", Author.class));
    }

    private static Transfer transfer(Fields f) {
        return new Transfer(
                f.word("type", Transfer.Kind.class),
                new Money(f.number("amount"), f.text("currency")),
                f.optional("for"),
                f.optional("source"));
    }

    private static Reading reading(Fields f, InteractionId message) {
        return new Reading(
                message,
                f.text("extractor"),
                f.text("reader"),
                f.time("at"),
                f.optional("insight", insight -> insight(insight, message)));
    }

    private static MessageInsight insight(Fields f, InteractionId message) {
        return new MessageInsight(
                message.toString(),
                f.word("sentiment", Sentiment.class),
                new HashSet<>(f.texts("intents")),
                f.texts("questions"),
                f.flag("frustration"),
                f.flag("injectionSuspected"),
                f.real("confidence"));
    }
}
