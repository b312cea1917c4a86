package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.AppointmentChanged;
import io.crmkit.event.DomainEvent.ContactCreated;
import io.crmkit.event.DomainEvent.ContactEdited;
import io.crmkit.event.DomainEvent.ContactRestored;
import io.crmkit.event.DomainEvent.ContactsMerged;
import io.crmkit.event.DomainEvent.ConversationEnded;
import io.crmkit.event.DomainEvent.Edit;
import io.crmkit.event.DomainEvent.FactCorrected;
import io.crmkit.event.DomainEvent.FactLearned;
import io.crmkit.event.DomainEvent.FactWithdrawn;
import io.crmkit.event.DomainEvent.Heading;
import io.crmkit.event.DomainEvent.MergeUndone;
import io.crmkit.event.DomainEvent.MessageCaptured;
import io.crmkit.event.DomainEvent.PaymentCaptured;
import io.crmkit.event.DomainEvent.RequestFulfilled;
import io.crmkit.event.DomainEvent.SegmentEntered;
import io.crmkit.event.DomainEvent.SegmentLeft;
import io.crmkit.event.DomainEvent.SystemEventCaptured;
import io.crmkit.insight.FactId;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.InteractionId;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.RequestId;
import io.crmkit.segment.SegmentKey;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A domain event as a row has it: what kind it is of and what it is about besides its contact.
 *
 * @param word a name in the program
 * @param secret what is sealed
 */
record EventRow(
        Heading heading,
        int kind,
        @Nullable UUID about,
        @Nullable UUID other,
        @Nullable String word,
        @Nullable String secret) {
    /** How events of a kind are written and read. */
    private record Kind<E extends DomainEvent>(
            Class<E> type, Function<E, EventRow> writer, Function<EventRow, E> reader) {
        @Nullable EventRow write(DomainEvent event) {
            return type.isInstance(event) ? writer.apply(type.cast(event)) : null;
        }
    }

    /** Their numbers stand in the table. Never reordered; what is new goes to the end. */
    private static final List<Kind<?>> KINDS = List.of(
            kind(ContactCreated.class, e -> row(e, null, null, null), r -> new ContactCreated(r.heading)),
            kind(
                    ContactsMerged.class,
                    e -> row(e, e.absorbed().value(), null, null),
                    r -> new ContactsMerged(r.heading, new ContactId(r.id()))),
            kind(
                    MergeUndone.class,
                    e -> row(e, e.restored().value(), null, null),
                    r -> new MergeUndone(r.heading, new ContactId(r.id()))),
            kind(
                    ContactRestored.class,
                    e -> row(e, e.survivor().value(), null, null),
                    r -> new ContactRestored(r.heading, new ContactId(r.id()))),
            kind(
                    ContactEdited.class,
                    e -> row(e, null, null, e.what().name()),
                    r -> new ContactEdited(r.heading, Edit.valueOf(r.text()))),
            kind(
                    MessageCaptured.class,
                    e -> row(e, e.interaction().value(), null, e.author().name()),
                    r -> new MessageCaptured(r.heading, new InteractionId(r.id()), Author.valueOf(r.text()))),
            kind(
                    SystemEventCaptured.class,
                    e -> row(e, e.interaction().value(), null, e.kind().name()),
                    r -> new SystemEventCaptured(r.heading, new InteractionId(r.id()), EventKind.valueOf(r.text()))),
            kind(
                    AppointmentChanged.class,
                    e -> row(e, e.interaction().value(), null, e.status().name()),
                    r -> new AppointmentChanged(
                            r.heading, new InteractionId(r.id()), AppointmentStatus.valueOf(r.text()))),
            kind(
                    PaymentCaptured.class,
                    e -> row(e, e.interaction().value(), null, null),
                    r -> new PaymentCaptured(r.heading, new InteractionId(r.id()))),
            kind(
                    ConversationEnded.class,
                    e -> row(e, e.conversation().value(), null, null),
                    r -> new ConversationEnded(r.heading, new ConversationId(r.id()))),
            kind(
                    FactLearned.class,
                    e -> row(e, e.fact().value(), null, null),
                    r -> new FactLearned(r.heading, new FactId(r.id()))),
            kind(
                    FactCorrected.class,
                    e -> row(e, e.fact().value(), e.before().value(), null),
                    r -> new FactCorrected(r.heading, new FactId(r.id()), new FactId(Objects.requireNonNull(r.other)))),
            kind(
                    FactWithdrawn.class,
                    e -> row(e, e.fact().value(), null, null),
                    r -> new FactWithdrawn(r.heading, new FactId(r.id()))),
            kind(SegmentEntered.class, e -> sealed(e, e.segment()), r -> new SegmentEntered(r.heading, r.segment())),
            kind(SegmentLeft.class, e -> sealed(e, e.segment()), r -> new SegmentLeft(r.heading, r.segment())),
            kind(
                    RequestFulfilled.class,
                    e -> row(e, e.request().value(), null, e.kind().name()),
                    r -> new RequestFulfilled(r.heading, new RequestId(r.id()), PersonRequest.Kind.valueOf(r.text()))));

    private static <E extends DomainEvent> Kind<E> kind(
            Class<E> type, Function<E, EventRow> writer, Function<EventRow, E> reader) {
        return new Kind<>(type, writer, reader);
    }

    private static EventRow row(DomainEvent event, @Nullable UUID about, @Nullable UUID other, @Nullable String word) {
        return new EventRow(event.heading(), 0, about, other, word, null);
    }

    private static EventRow sealed(DomainEvent event, SegmentKey segment) {
        return new EventRow(event.heading(), 0, null, null, null, segment.value());
    }

    static EventRow of(DomainEvent event) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            EventRow row = KINDS.get(kind).write(event);
            if (row != null) {
                return new EventRow(row.heading, kind, row.about, row.other, row.word, row.secret);
            }
        }
        throw new IllegalStateException("No row for events such as " + event.getClass());
    }

    DomainEvent event() {
        return KINDS.get(kind).reader().apply(this);
    }

    private UUID id() {
        return Objects.requireNonNull(about);
    }

    private SegmentKey segment() {
        return SegmentKey.of(Objects.requireNonNull(secret));
    }

    private String text() {
        return Objects.requireNonNull(word);
    }
}
