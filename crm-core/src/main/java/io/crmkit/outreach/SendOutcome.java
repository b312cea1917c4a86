package io.crmkit.outreach;

import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @since 0.1
 */
public sealed interface SendOutcome {
    /**
     * The provider took it, and it is in the timeline.
     *
     * @param interaction null for what is no message of its own, and for somebody who was erased meanwhile
     */
    record Sent(UUID sending, @Nullable InteractionId interaction) implements SendOutcome {}

    /** It may not be sent; nothing was. */
    record NotAllowed(Decision decision) implements SendOutcome {}

    /** The provider would not take it yet; it is tried again by {@link io.crmkit.Crm#dueWork()}. */
    record Postponed(UUID sending, Instant until) implements SendOutcome {}

    /**
     * The provider would not take it.
     *
     * @param code the provider's; 0 if it gave none
     * @param stop whether it will take nothing from this account until somebody of the business puts that right
     */
    record Failed(UUID sending, int code, Verdict.Advice advice, boolean stop) implements SendOutcome {}

    /** Whether it was sent is not known. It is not sent again, and is in the timeline once the provider tells of it. */
    record Unknown(UUID sending) implements SendOutcome {}
}
