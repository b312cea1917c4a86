package io.crmkit.request;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The storage port of what people asked for, within one unit of work of one tenant. It outlives the contacts.
 *
 * @since 0.1
 */
public interface PersonRequests {
    /** Adds one whose id is new. */
    void add(PersonRequest request);

    /** One, held: nobody else changes it before the unit of work is over. */
    Optional<PersonRequest> hold(RequestId id);

    /** Replaces one that is held. */
    void save(PersonRequest request);

    /** Those of a contact and of all it absorbed, the one received first first. */
    List<PersonRequest> of(ContactId contact);

    /** Open ones that are due before a time, the one due first first, behind one; from the first if null. */
    List<PersonRequest> due(Instant before, @Nullable Cursor after, int limit);

    /** How many were closed before a time. */
    long count(Instant closedBefore);

    /** Forgets some of those, at most so many; how many. */
    int forget(Instant closedBefore, int limit);

    /** Where a page ended. */
    record Cursor(Instant dueAt, RequestId id) {}
}
