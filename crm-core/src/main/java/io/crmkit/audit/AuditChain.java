package io.crmkit.audit;

import java.time.Instant;
import java.util.List;

/**
 * The storage port to the chain that seals what was done with the data of one tenant, within one unit of work.
 *
 * @since 0.1
 */
public interface AuditChain {
    /** The end of the chain, held: nobody else seals before the unit of work is over. */
    End hold();

    /** The end of the chain as it stands, without holding it. */
    End end();

    /** Where the chain begins by now. */
    Beginning beginning();

    /** How many links next to the beginning are older than a time, up to the first that is not. */
    long older(Instant before);

    /**
     * Removes the links next to the beginning, with their entries, while the end is held; the last of them is the beginning
     * from then on.
     *
     * @param links in order, at least one
     */
    void forget(List<AuditLink> links);

    /** Entries that no link has, those added first about first, at most {@code limit}. */
    List<AuditEntry> waiting(int limit);

    /** How many entries no link has. */
    long waiting();

    /** Adds links for entries that wait, in order, behind the end that is held. */
    void seal(List<AuditLink> links);

    /** Notes up to which place the chain's end was handed over, as a {@link Checkpoint}. */
    void handed(long place);

    /** The links behind a place as they are stored now, in order, at most {@code limit}. */
    List<AuditLink> behind(long place, int limit);

    /**
     * Where the chain begins: behind what was kept long enough and is gone.
     *
     * @param place that of the last link that is gone; 0 if none is
     * @param seal that of the last link that is gone; {@link AuditLink#GENESIS} if none is
     * @param genuine whether whoever wrote it had the tenant's keys
     */
    record Beginning(long place, String seal, boolean genuine) {
        /** Nothing is gone. */
        public static final Beginning NONE = new Beginning(0, AuditLink.GENESIS, true);
    }

    /**
     * Where the chain ends.
     *
     * @param place that of the last link; 0 if there is none
     * @param seal that of the last link; {@link AuditLink#GENESIS} if there is none
     * @param handed up to which place it was handed over
     * @param genuine whether whoever wrote it had the tenant's keys
     */
    record End(long place, String seal, long handed, boolean genuine) {
        /** Nothing was sealed yet. */
        public static final End NONE = new End(0, AuditLink.GENESIS, 0, true);
    }
}
