package io.crmkit.profile;

import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Tally;
import java.time.Duration;

/**
 * A conversation with its figures.
 *
 * @since 0.1
 */
public record ConversationView(Conversation conversation, Tally tally) {
    /** From its first interaction to its last. */
    public Duration duration() {
        return Duration.between(conversation.openedAt(), conversation.lastAt());
    }
}
