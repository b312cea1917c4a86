package io.crmkit.watch;

import io.crmkit.Ids;
import io.crmkit.event.CrmListener;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Who wants to know what happens.
 *
 * @param subscribers their names
 * @param segments whether they want to know who enters and leaves segments
 */
public record Watchers(
        List<CrmListener> listeners, Set<String> subscribers, boolean segments, InstantSource clock, Ids ids) {
    public Watchers {
        listeners = List.copyOf(listeners);
        subscribers = Set.copyOf(subscribers);
    }

    /** Whether anybody does. */
    public boolean any() {
        return !listeners.isEmpty() || !subscribers.isEmpty();
    }
}
