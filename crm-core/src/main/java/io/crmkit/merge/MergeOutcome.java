package io.crmkit.merge;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;

/**
 * What became of a merge.
 *
 * @since 0.1
 */
public sealed interface MergeOutcome {
    /** Both are one. */
    record Merged(MergeId merge, ContactId survivor) implements MergeOutcome {}

    /** Nothing changed. */
    record Refused(Reason reason) implements MergeOutcome {}

    /** Why two contacts are not merged. */
    enum Reason {
        /** Both ids lead to the same contact. */
        SAME_CONTACT,
        /** The tenant has no such contact. */
        UNKNOWN_CONTACT,
        /** One of them never had an identifier, so that nothing that comes could be known to be theirs. */
        NO_IDENTIFIER
    }
}
