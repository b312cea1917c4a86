package io.crmkit.interaction;

import java.time.Instant;
import java.util.Comparator;

/**
 * As much of an interaction as threading needs.
 *
 * @since 0.1
 */
public record Knot(InteractionId id, Instant at, Boundary boundary, Attention attention, ConversationId conversation) {
    /** What it does to the thread. */
    public enum Boundary {
        REOPENS,
        NONE,
        ENDS;

        /** The boundary an interaction makes. */
        public static Boundary of(Interaction interaction) {
            return interaction instanceof SystemEvent event ? of(event.kind()) : NONE;
        }

        public static Boundary of(EventKind kind) {
            return switch (kind) {
                case CONVERSATION_ENDED -> ENDS;
                case CONVERSATION_REOPENED -> REOPENS;
                default -> NONE;
            };
        }
    }

    /** By time; within an instant an end comes last. */
    static final Comparator<Knot> ORDER = Comparator.comparing(Knot::at).thenComparing(Knot::boundary);
}
