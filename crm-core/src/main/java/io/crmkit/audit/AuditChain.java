package io.crmkit.audit;

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
