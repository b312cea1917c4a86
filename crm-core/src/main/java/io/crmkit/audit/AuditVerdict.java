package io.crmkit.audit;

/**
 * Whether what was sealed is still as it was.
 *
 * @since 0.1
 */
public sealed interface AuditVerdict {
    /**
     * It is.
     *
     * @param upTo the place of the last link
     * @param unsealed how many entries wait to be sealed; of those nothing can be said
     */
    record Sound(long upTo, long unsealed) implements AuditVerdict {}

    /**
     * It is not.
     *
     * @param place the first place at which it is not what it was
     */
    record Tampered(long place, Reason reason) implements AuditVerdict {}

    /** What is wrong at that place. */
    enum Reason {
        /** What stands there is not what was sealed there. */
        CHANGED,
        /** Nothing stands there. */
        MISSING,
        /** Something stands behind the end. */
        ADDED,
        /** The end was not written with the tenant's keys: what is before it may have been written anew as a whole. */
        FORGED_END,
        /** The beginning was not written with the tenant's keys: what was before it may not have been old enough to go. */
        FORGED_BEGINNING,
        /** It is not what a checkpoint says. */
        CONTRADICTS_CHECKPOINT
    }
}
