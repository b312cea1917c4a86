package io.crmkit.ai;

import java.util.List;
import java.util.OptionalInt;

/**
 * A fact as an extractor proposes it. It becomes one only after its evidence was found to stand in the messages.
 *
 * @param key tells facts of one type apart, such as the code of a service; empty where the type has only one
 * @param relation how the subject stands to the customer or the value to the fact, such as daughter or budget; empty if
 *     there is nothing to say
 * @param confidence from 0 to 1
 * @param evidence where it was said; at least one place
 * @param replacesKnownRef the {@link KnownFact#ref()} of the fact this corrects
 * @since 0.1
 */
public record FactCandidate(
        FactType type,
        String key,
        FactValue value,
        Subject subject,
        String relation,
        Polarity polarity,
        FactOrigin origin,
        double confidence,
        Sensitivity sensitivity,
        List<Evidence> evidence,
        OptionalInt replacesKnownRef) {
    public FactCandidate {
        Checks.share(confidence, "confidence");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must not be empty");
        }
        if (origin == FactOrigin.HUMAN) {
            throw new IllegalArgumentException("origin must not be HUMAN: only people state that");
        }
    }

    /** Without key, value and relation, which are personal. */
    @Override
    public String toString() {
        return "FactCandidate[" + type + ", " + subject + ", " + polarity + ", " + confidence + "]";
    }
}
