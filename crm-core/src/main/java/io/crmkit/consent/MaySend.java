package io.crmkit.consent;

/**
 * Whether somebody may be sent something, asked right before it is sent.
 *
 * @since 0.1
 */
public sealed interface MaySend {
    /** Nothing speaks against it. */
    record Allowed() implements MaySend {}

    /** Something does. */
    record Refused(Reason reason) implements MaySend {}

    /** What speaks against it. */
    enum Reason {
        UNKNOWN_CONTACT,
        /** Somebody of the business blocked the contact. */
        BLOCKED,
        /** What is known of the person must not be used. */
        RESTRICTED,
        /** The person opted out, or was erased, and has not agreed since. */
        SUPPRESSED,
        /** It needs consent, and none was given. */
        NO_CONSENT
    }

    /** Whether it is {@link Allowed}. */
    default boolean allowed() {
        return this instanceof Allowed;
    }
}
