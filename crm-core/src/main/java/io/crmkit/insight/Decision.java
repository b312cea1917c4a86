package io.crmkit.insight;

import java.time.Instant;

/**
 * What a person, or an import, said about a fact. No extractor overrides it.
 *
 * @param locked whether nothing else may even be proposed in its place
 * @param by the name of the actor
 * @since 0.1
 */
public record Decision(Verdict verdict, boolean locked, String by, Instant at) {
    /** What was said. */
    public enum Verdict {
        /** It came with an import. */
        IMPORTED,
        /** It is so. */
        ACCEPTED,
        /** It is not so. */
        REJECTED
    }
}
