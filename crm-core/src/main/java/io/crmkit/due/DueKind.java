package io.crmkit.due;

/**
 * What is to be done with a subject. Kinds do not wait for each other.
 *
 * @since 0.1
 */
public enum DueKind {
    /** Read a contact's new messages by a deterministic extractor. */
    EXTRACT_BY_RULES,
    /** Read a contact's new messages by a language model. */
    EXTRACT_BY_MODEL,
    /** Go on with a bulk job. */
    BULK
}
