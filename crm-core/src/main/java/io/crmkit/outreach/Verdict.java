package io.crmkit.outreach;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of handing a message to a provider.
 *
 * @since 0.1
 */
public sealed interface Verdict {
    /**
     * It is on its way.
     *
     * @param providerId by which the provider will speak of it; null for what is no message of its own
     */
    record Accepted(@Nullable String providerId) implements Verdict {
        /** Without the id, which may contain a phone number. */
        @Override
        public String toString() {
            return "Accepted";
        }
    }

    /**
     * It was not sent, and may be later.
     *
     * @param everybody whether the account may send nothing to anybody until then, and not only this contact
     * @param code the provider's; 0 if there is none
     */
    record RetryAfter(Duration pause, boolean everybody, int code) implements Verdict {}

    /** It was not sent, and will not be as it is: something of it has to be put right. */
    record Refused(int code, Advice advice) implements Verdict {}

    /** It was not sent, nor will anything else be from this account until somebody of the business puts that right. */
    record Stop(int code) implements Verdict {}

    /** It was not sent: the person told the provider that they want no marketing. */
    record OptedOut(int code) implements Verdict {}

    /** Whether it was sent is not known; the provider may tell by what it says of messages. */
    record Unknown() implements Verdict {}

    /** What has to be put right. */
    enum Advice {
        /** The words: the template, its fields, or the file. */
        FIX_MESSAGE,
        /** Nobody wrote for too long: a template is to be sent instead. */
        USE_TEMPLATE,
        /** The address: nobody is reached by it. */
        CHECK_ADDRESS,
        /** It needs the phone number, and there is only a user id. */
        NEED_PHONE,
        /** The provider keeps it from this person for now; it may be tried after a day. */
        TRY_TOMORROW,
        /** The provider refuses it for a reason of its own. */
        GIVE_UP
    }
}
