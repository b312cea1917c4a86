package io.crmkit.assist;

import io.crmkit.insight.Fact;
import io.crmkit.insight.Mood;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an agent needs who takes over a conversation.
 *
 * @param context what is known of the contact and what they asked
 * @param waitingSince since when the customer waits for an answer; empty if they do not
 * @param mood how they feel
 * @param troubles what annoys them
 * @param conflicts what about them contradicts itself
 * @param text the same as text
 * @since 0.1
 */
public record HandoffBrief(
        ChatContext context,
        Optional<Instant> waitingSince,
        Mood mood,
        List<Fact> troubles,
        List<Fact> conflicts,
        String text) {

    /** Without what it says, which is personal. */
    @Override
    public String toString() {
        return "HandoffBrief[" + context.contact() + ", " + mood + "]";
    }
}
