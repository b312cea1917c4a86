package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of interactions of one contact on one account, with no explicit end and no long silence inside.
 *
 * @param openedAt provider time of its earliest interaction
 * @param lastAt provider time of its latest
 * @param latest whether no later one of the contact on the account has begun
 * @param seamed whether an end or a reopening lies in it, so that something late may cut it anew
 * @param attention who is to speak next
 * @since 0.1
 */
public record Conversation(
        ConversationId id,
        ContactId contact,
        ChannelAccount account,
        Instant openedAt,
        Instant lastAt,
        State state,
        boolean latest,
        boolean seamed,
        Attention attention) {

    /** Whether it goes on. Time alone closes nothing: an unanswered question stays open. */
    public enum State {
        OPEN,
        /** Somebody ended it. */
        ENDED,
        /** It fell silent and a later conversation began. */
        SILENT
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** When it closed: the time of its latest interaction. Empty while open. */
    public Optional<Instant> closedAt() {
        return open() ? Optional.empty() : Optional.of(lastAt);
    }

    /** A conversation that something opens. */
    public static Conversation openedBy(ConversationId id, Interaction first) {
        Occurrence o = first.occurrence();
        Knot.Boundary boundary = Knot.Boundary.of(first);
        State state = boundary == Knot.Boundary.ENDS ? State.ENDED : State.OPEN;
        Instant at = first.occurredAt();
        return new Conversation(
                id,
                o.contact(),
                o.ref().account(),
                at,
                at,
                state,
                true,
                boundary != Knot.Boundary.NONE,
                Attention.of(first));
    }

    /**
     * Where something belongs, given that this is the latest conversation of its contact and account. What is late may
     * cut or bridge, so it is decided by threading anew.
     */
    public Place place(Instant at, Knot.Boundary boundary, Duration silence) {
        if (at.isBefore(openedAt)
                || seamed && !at.isAfter(lastAt)
                || boundary != Knot.Boundary.NONE && !at.isAfter(lastAt)) {
            return Place.LATE;
        }
        if (boundary != Knot.Boundary.NONE || !at.isAfter(lastAt)) {
            return Place.HERE;
        }
        return state == State.ENDED || at.isAfter(lastAt.plus(silence)) ? Place.AFTER : Place.HERE;
    }

    /** Relative to the latest conversation. */
    public enum Place {
        HERE,
        /** In a new one. */
        AFTER,
        LATE
    }

    /** This, begun after another one of the same contact on the account. */
    public Conversation after(Conversation before) {
        Attention all = attention.and(before.attention.carried());
        return new Conversation(id, contact, account, openedAt, lastAt, state, latest, seamed, all);
    }

    /** This with something that belongs here. */
    public Conversation with(Instant at, Knot.Boundary boundary, Attention added) {
        Instant last = at.isAfter(lastAt) ? at : lastAt;
        State then = switch (boundary) {
            case ENDS -> State.ENDED;
            case REOPENS -> State.OPEN;
            case NONE -> state;
        };
        return new Conversation(
                id,
                contact,
                account,
                openedAt,
                last,
                then,
                latest,
                seamed || boundary != Knot.Boundary.NONE,
                attention.and(added));
    }

    /** This, now that a later one has begun. */
    public Conversation superseded() {
        State then = state == State.OPEN ? State.SILENT : state;
        return new Conversation(id, contact, account, openedAt, lastAt, then, false, seamed, attention);
    }
}
