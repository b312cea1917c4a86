package io.crmkit.ai;

/**
 * The mood of a message.
 *
 * @since 0.1
 */
public enum Sentiment {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /** Praise and complaint in one. */
    MIXED
}
