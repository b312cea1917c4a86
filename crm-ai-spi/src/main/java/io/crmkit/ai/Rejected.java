package io.crmkit.ai;

/**
 * A fact that was found and dropped.
 *
 * @since 0.1
 */
public record Rejected(FactType type, String messageId, Reason reason) {
    /** Why a fact was dropped. */
    public enum Reason {
        /** Its quote is not in the message it cites. */
        UNGROUNDED,
        /** It cites a message that is not new, not the customer's or not in the window. */
        NOT_EVIDENCE,
        /** Its value does not fit its type. */
        INVALID_VALUE,
        /** It was dictated by an instruction to the machine. */
        INJECTED,
        /** It is not among the types asked for, or one too many. */
        UNWANTED
    }

    public Rejected {
        Checks.notBlank(messageId, "messageId");
    }
}
