package io.crmkit.event;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The storage port to events on their way, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Letters {
    /** Takes a stream for oneself until a time, unless somebody else has it now. */
    Hold hold(ContactId stream, Instant now, Instant until);

    /** Whether one got it. */
    enum Hold {
        MINE,
        TAKEN,
        /** There never was an event of this contact. */
        NO_STREAM
    }

    /** What a subscriber has not got of a stream, parked or not, in order, at most {@code limit}. */
    List<Letter> waiting(ContactId stream, String subscriber, int limit);

    /** Writes down what became of letters that are not delivered yet; those that are elsewhere by now are left alone. */
    void settle(List<Letter> letters);

    /**
     * Lets go of a stream and forgets what was delivered of it until a time.
     *
     * @param until of one's hold
     * @param served subscribers one delivers to
     */
    Rest finish(ContactId stream, Instant until, Instant deliveredUntil, Set<String> served);

    /**
     * What is left of a stream.
     *
     * @param unserved whether anything waits for subscribers one does not deliver to
     * @param delivered when the first of what was delivered and is kept was
     */
    record Rest(boolean unserved, Optional<Instant> delivered) {}

    /** What waits for somebody to take it up again, at most {@code limit}: of each contact and subscriber the first. */
    List<Letter> parked(int limit);

    /** Makes what a subscriber got of events since a time undelivered again; how many. */
    int replay(ContactId stream, String subscriber, Instant since);
}
