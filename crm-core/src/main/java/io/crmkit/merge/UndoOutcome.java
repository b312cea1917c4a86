package io.crmkit.merge;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;

/**
 * What became of the undoing of a merge.
 *
 * @since 0.1
 */
public sealed interface UndoOutcome {
    /** They are two again. */
    record Undone(ContactId survivor, ContactId parted) implements UndoOutcome {}

    /** The merge is withdrawn, but a provider states by now that they are one, so they stay so. */
    record StillOne(ContactId contact) implements UndoOutcome {}

    /** Another merge of the same contact came later and has to be undone first. Nothing changed. */
    record UndoFirst(MergeId later) implements UndoOutcome {}

    /** There is no such merge, or it was undone before. Nothing changed. */
    record Unknown() implements UndoOutcome {}
}
