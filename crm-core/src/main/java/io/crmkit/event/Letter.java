package io.crmkit.event;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one subscriber.
 *
 * @param stream the contact whose events it comes among: the event's own, or the one that absorbed it since
 * @param number its place among them; rises, with gaps
 * @param attempts how often it could not be delivered
 * @param retryAt not before; null if at once
 * @param error why not, without personal data; null if it was not tried or went well
 * @param parked whether it waits for somebody to take it up again
 * @param deliveredAt null while it is not
 * @since 0.1
 */
public record Letter(
        String subscriber,
        ContactId stream,
        long number,
        DomainEvent event,
        int attempts,
        @Nullable Instant retryAt,
        @Nullable String error,
        boolean parked,
        @Nullable Instant deliveredAt) {
    /** One that nobody tried to deliver. */
    public static Letter fresh(String subscriber, ContactId stream, long number, DomainEvent event) {
        return new Letter(subscriber, stream, number, event, 0, null, null, false, null);
    }

    /** The same at another place. */
    public Letter in(ContactId other, long place) {
        return new Letter(subscriber, other, place, event, attempts, retryAt, error, parked, deliveredAt);
    }

    Letter delivered(Instant at) {
        return new Letter(subscriber, stream, number, event, attempts, null, null, false, at);
    }

    Letter failed(String why, Instant again, boolean gaveUp) {
        return new Letter(subscriber, stream, number, event, attempts + 1, again, why, gaveUp, null);
    }

    Letter takenUp() {
        return new Letter(subscriber, stream, number, event, 0, null, error, false, null);
    }
}
