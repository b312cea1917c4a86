package io.crmkit.insight;

/**
 * What can come of extraction: of a window that was to be read, and of a fact that was given.
 *
 * @since 0.1
 */
public enum Outcome {
    /** A window was read and noted as read. */
    READ,
    /** A conversation ended with too little in it to ask a model about. */
    NOT_WORTH_ASKING,
    /** The tenant does not let text leave the host. */
    NOT_ALLOWED,
    /** The tenant's tokens of the day are spent; the window waits for tomorrow. */
    OVER_BUDGET,
    /** The extractor was left alone for a while because it failed several times in a row; the window waits. */
    LEFT_ALONE,
    /** The extractor was away; the window waits. */
    AWAY,
    /** The extractor answered something that is no answer, or broke; the window waits. */
    FAILED,
    /** There was more to tell than may be told of one window; what was told was taken. */
    TRUNCATED,
    /** Time, tokens or money ran out over a window; it is read in smaller ones. */
    EXHAUSTED,

    /** A fact is new. */
    ADDED,
    /** A fact that was known has more to rest on. */
    CORROBORATED,
    /** A fact took another's place. */
    SUPERSEDED,
    /** A fact was taken back, or lost what it rested on. */
    RETRACTED,
    /** A fact contradicts something stronger and waits for a person. */
    CONFLICTED,
    /** A fact changed nothing. */
    IGNORED
}
