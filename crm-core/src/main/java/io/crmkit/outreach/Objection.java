package io.crmkit.outreach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks against sending a message.
 *
 * @param until when it ceases to, where time alone puts it right; else null
 * @since 0.1
 */
public record Objection(Reason reason, @Nullable Instant until) {
    /** What speaks against it. */
    public enum Reason {
        /** The tenant has no such contact. */
        UNKNOWN_CONTACT,
        /** The person behind the contact was erased. */
        ERASED,
        /** What is known of the person must not be used. */
        RESTRICTED,
        /** Somebody of the business blocked the contact. */
        BLOCKED,
        /** The person opted out, or was erased, and has not agreed since. */
        SUPPRESSED,
        /** It needs consent, and none was given. */
        NO_CONSENT,
        /** No messenger sends by this channel, or it has to be said from which account. */
        NO_MESSENGER,
        /** The contact has no address that the messenger sends to. */
        NO_ADDRESS,
        /** The message it is about is not one of this contact on this account. */
        NO_SUCH_MESSAGE,
        /** The contact wrote too long ago: only a template may be sent. */
        WINDOW_CLOSED,
        /** The contact was sent as much of this as the tenant's settings allow. */
        TOO_OFTEN,
        /** Where the contact is it is an hour at which the tenant does not write. */
        QUIET_HOURS
    }

    Objection(Reason reason) {
        this(reason, null);
    }
}
