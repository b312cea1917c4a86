package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Cuts the interactions of a contact on an account into conversations, as a function of the set of them: a new one
 * begins after an explicit end or after a silence, unless it is a reopening. One instance never gives one id twice.
 *
 * @since 0.1
 */
public final class Threading {
    private final Duration silence;
    private final Supplier<ConversationId> ids;
    private final Set<ConversationId> taken = new HashSet<>();

    public Threading(Duration silence, Supplier<ConversationId> ids) {
        this.silence = silence;
        this.ids = ids;
    }

    /** A conversation and what belongs to it, in time order. */
    public record Thread(Conversation conversation, List<Knot> knots) {}

    /**
     * The conversations of these interactions, in time order. Each keeps the id of its earliest part, unless that was
     * given to another one before.
     */
    public List<Thread> thread(ContactId contact, ChannelAccount account, List<Knot> knots) {
        List<List<Knot>> stretches = stretches(knots.stream().sorted(Knot.ORDER).toList());
        List<Thread> threads = new ArrayList<>();
        Attention carried = Attention.NONE;
        for (int i = 0; i < stretches.size(); i++) {
            List<Knot> stretch = stretches.get(i);
            Attention attention = stretch.stream().map(Knot::attention).reduce(carried, Attention::and);
            carried = attention.carried();
            threads.add(conversation(contact, account, stretch, i == stretches.size() - 1, attention));
        }
        return threads;
    }

    private List<List<Knot>> stretches(List<Knot> sorted) {
        List<List<Knot>> stretches = new ArrayList<>();
        List<Knot> current = new ArrayList<>();
        for (Knot knot : sorted) {
            if (!current.isEmpty() && begins(knot, current.get(current.size() - 1))) {
                stretches.add(current);
                current = new ArrayList<>();
            }
            current.add(knot);
        }
        if (!current.isEmpty()) {
            stretches.add(current);
        }
        return stretches;
    }

    private boolean begins(Knot knot, Knot before) {
        return switch (knot.boundary()) {
            case REOPENS, ENDS -> false;
            case NONE ->
                before.boundary() == Knot.Boundary.ENDS
                        || knot.at().isAfter(before.at().plus(silence));
        };
    }

    private Thread conversation(
            ContactId contact, ChannelAccount account, List<Knot> stretch, boolean latest, Attention attention) {
        Instant first = stretch.get(0).at();
        Knot last = stretch.get(stretch.size() - 1);
        Conversation.State state = last.boundary() == Knot.Boundary.ENDS
                ? Conversation.State.ENDED
                : latest ? Conversation.State.OPEN : Conversation.State.SILENT;
        boolean seamed = stretch.stream().anyMatch(knot -> knot.boundary() != Knot.Boundary.NONE);
        return new Thread(
                new Conversation(id(stretch), contact, account, first, last.at(), state, latest, seamed, attention),
                stretch);
    }

    private ConversationId id(List<Knot> stretch) {
        ConversationId id = stretch.stream()
                .map(Knot::conversation)
                .filter(known -> !known.equals(ConversationId.NONE) && !taken.contains(known))
                .findFirst()
                .orElseGet(ids);
        taken.add(id);
        return id;
    }
}
