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
    /** Seal what was recorded in the audit. */
    SEAL_AUDIT(Integer.MAX_VALUE),
    /** Tell subscribers what happened to a contact. */
    DELIVER_EVENTS(Integer.MAX_VALUE),
    /** Look which segments a contact is in. */
    SEGMENTS(Integer.MAX_VALUE),
    /** Look which segments all contacts of a tenant are in. */
    SURVEY_SEGMENTS(Integer.MAX_VALUE),
    /** Go on with an erasure, and look once more for what was written meanwhile. */
    ERASE(Integer.MAX_VALUE),
    /** Try a message again that could not be sent, or find out that whoever sent it died. */
    SEND(Integer.MAX_VALUE),
    /** Remove what a tenant kept long enough. */
    RETAIN(Integer.MAX_VALUE),

    /** Make a report and bring it where it goes. */
    REPORT(Integer.MAX_VALUE);

    private final int enough;

    DueKind(int enough) {
        this.enough = enough;
    }

    /** Whether more of it is not waited with: what waits is due when either is. */
    public boolean impatient() {
        return switch (this) {
            case DELIVER_EVENTS, SEGMENTS, SURVEY_SEGMENTS, SEND, REPORT -> true;
            default -> false;
        };
    }

    /** So many new messages are not waited with. */
    public int enough() {
        return enough;
    }
}
