package io.crmkit.due;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The storage port to the due work of one tenant, within one unit of work. There is one entry for each subject and kind.
 *
 * @since 0.1
 */
public interface DueList {
    /**
     * Adds what is not there. What is there and waits stays due when it is, unless with this there is enough of it: then
     * it is due; work of an {@link DueKind#impatient impatient} kind is due at the earlier of both times. What somebody has or what is parked is due again at the time given, as of a new generation.
     */
    void add(Collection<Due> due);

    /**
     * Hands out work that is due, the longest due first, to nobody else before the lease ends. Messages are counted from
     * then on.
     *
     * @param until when the lease ends
     */
    List<Claim> claim(Set<DueKind> kinds, Instant now, Instant until, int limit);

    /** Removes it, unless somebody else has it or there is more of it since. */
    void finish(Claim claim);

    /** Puts it off, unless somebody else has it or there is more of it since; {@code attempts} is what it counts from. */
    void putOff(Claim claim, Instant at, int attempts);

    /** Parks it, unless somebody else has it or there is more of it since. */
    void park(Claim claim, String error);

    /** This work, if it is parked. */
    Optional<Parked> parked(UUID subject, DueKind kind);

    /** What is parked, at most {@code limit}. */
    List<Parked> parked(int limit);
}
