package io.crmkit.ai;

/**
 * Whether the words that carry a fact affirm it.
 *
 * @since 0.1
 */
public enum Polarity {
    ASSERTED,
    /** "I am not allergic." */
    NEGATED,
    /** Offered and turned down, or corrected away. */
    REJECTED,
    /** "If I came on Tuesday..." */
    HYPOTHETICAL
}
