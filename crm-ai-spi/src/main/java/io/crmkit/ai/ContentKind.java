package io.crmkit.ai;

/**
 * Where the text of a message comes from.
 *
 * @since 0.1
 */
public enum ContentKind {
    /** Written. */
    TEXT,
    /** Written under a picture or a file. */
    CAPTION,
    /** The words of a button, a row or a form, chosen and not written. */
    CHOICE,
    /** Made from speech. */
    TRANSCRIPT
}
