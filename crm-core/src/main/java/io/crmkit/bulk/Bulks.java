package io.crmkit.bulk;

import io.crmkit.contact.ContactId;
import io.crmkit.segment.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to bulk jobs, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Bulks {
    /** Adds a job unless there is one of its request key; whichever there is then. */
    BulkJob add(BulkJob job);

    Optional<BulkJob> find(BulkId id);

    /** A job, which until the unit of work ends nobody else holds or saves. */
    Optional<BulkJob> hold(BulkId id);

    /** Jobs, those asked for last first, at most {@code limit}, before the one with this id. */
    List<BulkJob> newest(@Nullable BulkId before, int limit);

    /** Keeps the state of a job that is held, and what became of contacts it chose. */
    void save(BulkJob job, List<BulkResult> results);

    /**
     * Fixes the contacts of a job, as of one moment: all it names, or all that fulfil its criterion, without reading them.
     *
     * @return how many
     */
    int choose(BulkJob job, AsOf asOf);

    /** The contacts that a job chose, by id, at most {@code limit}, after the one with this id. */
    List<ContactId> chosen(BulkId id, @Nullable ContactId after, int limit);

    /** Contacts that were postponed until a time or before, at most {@code limit}, by that time. */
    List<ContactId> postponed(BulkId id, Instant until, int limit);

    /** Whether this one is postponed. */
    boolean isPostponed(BulkId id, ContactId contact);

    /** Until when the first of those that were postponed is. */
    Optional<Instant> nextPostponed(BulkId id);

    /** What became of contacts, by id, at most {@code limit}, after the one with this id. */
    List<BulkResult> results(BulkId id, boolean refusedOnly, @Nullable ContactId after, int limit);
}
