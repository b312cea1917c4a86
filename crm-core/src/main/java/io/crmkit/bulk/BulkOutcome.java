package io.crmkit.bulk;

import java.time.Instant;

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

    /** It is not dealt with yet, and come back to at a time. */
    record Postponed(Instant until) implements BulkOutcome {}

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
        FAILED,
        /** The person behind it was erased. */
        ERASED,
        /** What is known of the person must not be used. */
        RESTRICTED,
        /** Somebody of the business blocked it. */
        BLOCKED,
        /** The person opted out. */
        SUPPRESSED,
        /** A message of this kind needs consent, and none was given. */
        NO_CONSENT,
        /** It has no address that the messenger sends to, or there is no messenger. */
        NO_ADDRESS,
        /** It lacks something that the message says. */
        NO_VALUE,
        /** The provider would not take the message. */
        NOT_TAKEN,
        /** The message may have been sent, which the provider did not tell; it is not sent again. */
        MAYBE_SENT
    }

    BulkOutcome DONE = new Done();
    BulkOutcome UNCHANGED = new Unchanged();
}
