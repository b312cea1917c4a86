package io.crmkit.merge;

import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import java.util.List;

/**
 * What a merge would give.
 *
 * @since 0.1
 */
public sealed interface MergePreview {
    /**
     * It can be done.
     *
     * @param survivor as it is
     * @param absorbed as it is
     * @param merged as it would be
     * @param contradictions what speaks against it
     */
    record Possible(
            ContactSummary survivor, ContactSummary absorbed, ContactSummary merged, List<Contradiction> contradictions)
            implements MergePreview {
        public Possible {
            contradictions = List.copyOf(contradictions);
        }
    }

    /** It would be refused. */
    record Refused(MergeOutcome.Reason reason) implements MergePreview {}

    /** Two identifiers that one person does not hold at a time. The merged contact holds both. */
    record Contradiction(Identifier survivors, Identifier absorbeds) {}
}
