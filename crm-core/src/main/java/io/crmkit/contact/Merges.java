package io.crmkit.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The storage port to merges by hand, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Merges {
    /** Every key that something of a contact came by, or that it holds or held. */
    Set<MatchKey> keysOf(ContactId contact);

    /** The merges that stand of a contact and of those it absorbed, the last first. */
    List<Merge> of(ContactId survivor);

    /** Notes a merge and what it writes over. */
    void add(Merge merge, Merge.Before before);

    /** A merge that stands. */
    Optional<Merge> find(MergeId id);

    /** What a merge that stands wrote over. */
    Merge.Before before(MergeId id);

    /** Withdraws a merge; that it was, by whom and when stays on record, what it wrote over does not. */
    void withdraw(MergeId id, String actor, Instant at);
}
