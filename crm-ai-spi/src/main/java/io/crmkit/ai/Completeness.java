package io.crmkit.ai;

/**
 * Whether the whole window was read.
 *
 * @since 0.1
 */
public enum Completeness {
    COMPLETE,
    /** The answer was cut, or there were more facts than asked for. */
    TRUNCATED,
    /** Time, tokens or money ran out. */
    BUDGET_EXHAUSTED
}
