package io.crmkit.interaction;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is to speak next, as it follows from a set of interactions in whatever order they came: whose the last word is, and
 * whether a person was called for without its being resolved.
 *
 * @param wordAt the last word; a confirmed resolution or an end is the business's last word
 * @param asked whether it is the customer's
 * @param callAt when somebody was last called for, or that was last resolved
 * @param raised whether it was called for, and not resolved since
 * @since 0.1
 */
public record Attention(
        @Nullable Instant wordAt, boolean asked, @Nullable Instant callAt, boolean raised) {
    /** Nothing was said. */
    public static final Attention NONE = new Attention(null, false, null, false);

    /** What one interaction makes of it. */
    public static Attention of(Interaction interaction) {
        return interaction instanceof SystemEvent event
                ? of(event.kind(), event.occurredAt())
                : said(interaction.author(), interaction.occurredAt());
    }

    /** What a message of somebody makes of it. */
    public static Attention said(Author author, Instant at) {
        return author == Author.SYSTEM ? NONE : new Attention(at, author == Author.CUSTOMER, null, false);
    }

    /** What an event makes of it. */
    public static Attention of(EventKind kind, Instant at) {
        return switch (kind) {
            case HANDED_TO_AGENT, ESCALATED -> new Attention(null, false, at, true);
            case RESOLUTION_CONFIRMED, CONVERSATION_ENDED -> new Attention(at, false, at, false);
            default -> NONE;
        };
    }

    /** This with that of other interactions. */
    public Attention and(Attention other) {
        boolean otherWord = later(wordAt, asked, other.wordAt, other.asked);
        boolean otherCall = later(callAt, raised, other.callAt, other.raised);
        return new Attention(
                otherWord ? other.wordAt : wordAt,
                otherWord ? other.asked : asked,
                otherCall ? other.callAt : callAt,
                otherCall ? other.raised : raised);
    }

    /** Within an instant the business comes last. */
    private static boolean later(@Nullable Instant one, boolean open, @Nullable Instant other, boolean otherOpen) {
        if (one == null || other == null) {
            return one == null;
        }
        return other.isAfter(one) || other.equals(one) && open && !otherOpen;
    }

    /** What of it goes on in the next conversation: that a person was called for. */
    public Attention carried() {
        return new Attention(null, false, callAt, raised);
    }

    /** Since when the customer waits for an answer. */
    public Optional<Instant> waitingSince() {
        return asked ? Optional.ofNullable(wordAt) : Optional.empty();
    }

    /** Since when a person was called for. */
    public Optional<Instant> calledSince() {
        return raised ? Optional.ofNullable(callAt) : Optional.empty();
    }
}
