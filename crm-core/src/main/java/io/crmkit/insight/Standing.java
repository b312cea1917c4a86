package io.crmkit.insight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a fact stands among the others of its contact.
 *
 * @param validFrom when it was first said or stated; null if only its contrary was
 * @param validTo when it ceased to hold; null while it does
 * @since 0.1
 */
public record Standing(
        State state,
        double confidence,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {
    /** What is to be made of a fact. */
    public enum State {
        CURRENT,
        /** Not sure enough to be believed without a person. */
        SUGGESTED,
        /** Something later took its place. */
        SUPERSEDED,
        /** It contradicts something that stands on a stronger word. */
        CONFLICT,
        /** The customer took it back, or a person rejected it. */
        RETRACTED
    }
}
