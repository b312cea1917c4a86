package io.crmkit.event;

import java.util.List;
import java.util.Set;

/**
 * Events to be delivered, in the order in which they happened.
 *
 * @param subscribers to each of them
 * @since 0.1
 */
public record Posting(List<DomainEvent> events, Set<String> subscribers) {
    public static final Posting NONE = new Posting(List.of(), Set.of());

    public Posting {
        events = List.copyOf(events);
        subscribers = Set.copyOf(subscribers);
    }

    public boolean empty() {
        return events.isEmpty() || subscribers.isEmpty();
    }
}
