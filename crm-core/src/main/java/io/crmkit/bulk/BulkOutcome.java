package io.crmkit.bulk;

/**
 * What became of one contact of a bulk job.
 *
 * @since 0.1
 */
public sealed interface BulkOutcome {
    /** It changed. */
    record Done() implements BulkOutcome {}

    /** It was so already. */
    record Unchanged() implements BulkOutcome {}

    /** Nothing was done to it. */
    record Refused(Reason reason) implements BulkOutcome {}

    /** Why nothing was done. */
    enum Reason {
        /** The tenant has no such contact. */
        UNKNOWN_CONTACT,
        /** The tenant has no such contact to merge it into. */
        UNKNOWN_SURVIVOR,
        /** It or the survivor never had an identifier, so that they cannot be merged. */
        NO_IDENTIFIER,
        /** It failed, again and again and by itself; the log says how. */
        FAILED
    }

    BulkOutcome DONE = new Done();
    BulkOutcome UNCHANGED = new Unchanged();
}
