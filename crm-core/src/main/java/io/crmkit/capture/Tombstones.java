package io.crmkit.capture;

import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of people who were erased: when a key was theirs, and which messages were. What is told of them again is
 * let go by; what comes after it is somebody's like anybody's.
 *
 * @since 0.1
 */
public record Tombstones(Map<MatchKey, List<Tombstone>> keys, Set<ProviderRef> messages) {
    /** Nobody was erased. */
    public static final Tombstones NONE = new Tombstones(Map.of(), Set.of());

    /**
     * A time in which a key was an erased person's.
     *
     * @param after when it began, itself not part of it; null if it was theirs from the first
     * @param until the last instant of it: when they gave it up, or were erased
     */
    public record Tombstone(@Nullable Instant after, Instant until) {
        /** Whether the key was theirs then. */
        public boolean covers(Instant at) {
            return (after == null || at.isAfter(after)) && !at.isAfter(until);
        }
    }

    boolean none() {
        return keys.isEmpty() && messages.isEmpty();
    }

    boolean cover(MatchKey key, Instant at) {
        return keys.getOrDefault(key, List.of()).stream().anyMatch(tombstone -> tombstone.covers(at));
    }
}
