package io.crmkit.due;

/**
 * What is to be done with a subject. Kinds do not wait for each other.
 *
 * @since 0.1
 */
public enum DueKind {
    /** Read a contact's new messages by a deterministic extractor. */
    EXTRACT_BY_RULES(Integer.MAX_VALUE),
    /** Read a contact's new messages by a language model. */
    EXTRACT_BY_MODEL(12),
    /** Go on with a bulk job. */
    BULK(Integer.MAX_VALUE),
    /** Go on with an erasure, and look once more for what was written meanwhile. */
    ERASE(Integer.MAX_VALUE);

    private final int enough;

    DueKind(int enough) {
        this.enough = enough;
    }

    /** So many new messages are not waited with. */
    public int enough() {
        return enough;
    }
}
