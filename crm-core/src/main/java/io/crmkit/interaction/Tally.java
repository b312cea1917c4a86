package io.crmkit.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one conversation.
 *
 * @param fromCustomer messages of the customer
 * @param fromBot messages of the bot
 * @param fromAgent messages of agents
 * @param events what happened without being said
 * @param firstAskedAt the customer's first message
 * @param firstAnsweredAt the business's first message at or after it
 * @since 0.1
 */
public record Tally(
        int fromCustomer,
        int fromBot,
        int fromAgent,
        int events,
        @Nullable Instant firstAskedAt,
        @Nullable Instant firstAnsweredAt) {

    /** How long the customer waited for the first answer; empty if nobody asked or nobody answered. */
    public Optional<Duration> firstResponse() {
        return firstAskedAt == null || firstAnsweredAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(firstAskedAt, firstAnsweredAt));
    }

    /** Who dealt with it: an agent if one wrote, else the bot; empty if nobody answered. */
    public Optional<Author> handler() {
        if (fromAgent > 0) {
            return Optional.of(Author.AGENT);
        }
        return fromBot > 0 ? Optional.of(Author.BOT) : Optional.empty();
    }
}
