package io.crmkit.event;

import io.crmkit.contact.ContactId;
import io.crmkit.insight.FactId;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.InteractionId;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.RequestId;
import io.crmkit.segment.SegmentKey;
import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a contact. It carries ids and times, nothing personal: who wants to know more asks a
 * session. More kinds may be added in any version, so a host leaves alone what it does not know.
 *
 * @since 0.1
 */
public sealed interface DomainEvent {
    /**
     * What every event has.
     *
     * @param id the same however often the event is delivered
     * @param at when it was noticed; an interaction has the time at which it happened
     */
    record Heading(UUID id, TenantId tenant, ContactId contact, Instant at) {}

    Heading heading();

    /** Whom it happened to, by the id of that moment: after a merge it leads to the survivor. */
    default ContactId contact() {
        return heading().contact();
    }

    /** Somebody nobody knew. */
    record ContactCreated(Heading heading) implements DomainEvent {}

    /** Another contact turned out to be this one, as stated or because somebody said so. */
    record ContactsMerged(Heading heading, ContactId absorbed) implements DomainEvent {}

    /** A merge was taken back: the contact goes on without the other. */
    record MergeUndone(Heading heading, ContactId restored) implements DomainEvent {}

    /** A merge was taken back: the contact is itself again. */
    record ContactRestored(Heading heading, ContactId survivor) implements DomainEvent {}

    /** Something was added to the contact by hand, or taken away. */
    record ContactEdited(Heading heading, Edit what) implements DomainEvent {}

    /** What of a contact is written by hand. */
    enum Edit {
        TAGS,
        STATUS,
        NOTES,
        ATTRIBUTES
    }

    /** A message came into the timeline, from either side. */
    record MessageCaptured(Heading heading, InteractionId interaction, Author author) implements DomainEvent {}

    /** Something that was not said came into the timeline. */
    record SystemEventCaptured(Heading heading, InteractionId interaction, EventKind kind) implements DomainEvent {}

    /** The scheduler told something of an appointment; it may be about an earlier time than what is known of it. */
    record AppointmentChanged(Heading heading, InteractionId interaction, AppointmentStatus status)
            implements DomainEvent {}

    /** The host told of a payment, an order or a refund. */
    record PaymentCaptured(Heading heading, InteractionId interaction) implements DomainEvent {}

    /** A conversation was ended, or a later one began after a silence. Something late may make it go on after all. */
    record ConversationEnded(Heading heading, ConversationId conversation) implements DomainEvent {}

    /** Something is known that was not. */
    record FactLearned(Heading heading, FactId fact) implements DomainEvent {}

    /** Something took the place of what was known. */
    record FactCorrected(Heading heading, FactId fact, FactId before) implements DomainEvent {}

    /** Something is not held true any more. */
    record FactWithdrawn(Heading heading, FactId fact) implements DomainEvent {}

    /** The contact is in a segment from now on: something of it changed, or the clock did. */
    record SegmentEntered(Heading heading, SegmentKey segment) implements DomainEvent {}

    /** The contact is no more in a segment. */
    record SegmentLeft(Heading heading, SegmentKey segment) implements DomainEvent {}

    /**
     * What the person asked for was done: whoever was given their data is to be told that it was rectified or that it must
     * not be used. Of who was erased there is no such event.
     */
    record RequestFulfilled(Heading heading, RequestId request, PersonRequest.Kind kind) implements DomainEvent {}

    // Consent and opt-out, erasure: here.
}
