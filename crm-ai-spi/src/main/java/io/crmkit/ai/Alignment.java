package io.crmkit.ai;

/**
 * How a quote matches the message it cites.
 *
 * @since 0.1
 */
public enum Alignment {
    /** Letter by letter. */
    EXACT,
    /** But for Unicode form, case and white space. */
    NORMALISED,
    /** For the most part, which costs confidence. */
    FUZZY
}
