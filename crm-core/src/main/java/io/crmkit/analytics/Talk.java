package io.crmkit.analytics;

import io.crmkit.interaction.Author;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.SystemEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one conversation went, without what was said. Made of what happened in it, in order of time; within an instant what
 * the business says comes last.
 *
 * @param first from the customer's first message to the first answer, whoever gave it
 * @param handover from when a person was first called for to an agent's first message
 * @param settledAt when it was last confirmed that it is settled; null if it was not, or was taken up again since
 * @param fromBot messages of the bot
 * @param fromAgent messages of agents
 * @since 0.1
 */
public record Talk(
        Instant openedAt,
        Wait first,
        Wait handover,
        @Nullable Instant settledAt,
        int fromBot,
        int fromAgent) {
    /**
     * Somebody waits, or waited, for somebody.
     *
     * @param since null if nobody did
     * @param until null if nobody answered
     * @param by who answered
     */
    public record Wait(
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Author by) {
        static final Wait NONE = new Wait(null, null, null);

        private Wait begun(Instant at) {
            return since == null ? new Wait(at, null, null) : this;
        }

        private Wait ended(Author who, Instant at) {
            return since == null || until != null ? this : new Wait(since, at, who);
        }

        /** How long it took; empty if it has not ended. */
        public Optional<Duration> length() {
            return since == null || until == null ? Optional.empty() : Optional.of(Duration.between(since, until));
        }
    }

    /** One in which nothing has happened yet. */
    public static Talk begun(Instant at) {
        return new Talk(at, Wait.NONE, Wait.NONE, null, 0, 0);
    }

    /** One of which everything is known. */
    public static Talk of(Instant openedAt, Iterable<Interaction> inOrder) {
        Talk talk = begun(openedAt);
        for (Interaction each : inOrder) {
            if (each instanceof Message) {
                talk = talk.said(each.author(), each.occurredAt());
            } else if (each instanceof SystemEvent event) {
                talk = talk.happened(event.kind(), event.occurredAt());
            }
        }
        return talk;
    }

    /** This after one more message. */
    public Talk said(Author author, Instant at) {
        return switch (author) {
            case CUSTOMER -> new Talk(openedAt, first.begun(at), handover, settledAt, fromBot, fromAgent);
            case BOT -> new Talk(openedAt, first.ended(author, at), handover, settledAt, fromBot + 1, fromAgent);
            case AGENT ->
                new Talk(
                        openedAt,
                        first.ended(author, at),
                        handover.ended(author, at),
                        settledAt,
                        fromBot,
                        fromAgent + 1);
            case SYSTEM -> this;
        };
    }

    /** This after one more event. */
    public Talk happened(EventKind kind, Instant at) {
        return switch (kind) {
            case HANDED_TO_AGENT, ESCALATED -> new Talk(openedAt, first, handover.begun(at), null, fromBot, fromAgent);
            case CONVERSATION_REOPENED -> new Talk(openedAt, first, handover, null, fromBot, fromAgent);
            case RESOLUTION_CONFIRMED -> new Talk(openedAt, first, handover, at, fromBot, fromAgent);
            default -> this;
        };
    }
}
