package io.crmkit.capture;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.MatchKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The times of a key in which neither the person that holds it now changes nor the contact that did. */
final class Overlaps {
    private Overlaps() {}

    /** One of them, after a time and until another, both null where unbounded. */
    interface Overlap {
        void at(
                MatchKey key,
                @Nullable Instant after,
                @Nullable Instant until,
                @Nullable Integer person,
                @Nullable ContactId contact);
    }

    static void walk(
            Map<MatchKey, List<Holding<Integer>>> persons,
            Map<MatchKey, List<Holding<ContactId>>> stored,
            Overlap overlap) {
        persons.forEach((key, times) ->
                walk(key, times, stored.getOrDefault(key, List.of(new Holding<>(null, null))), overlap));
    }

    private static void walk(
            MatchKey key, List<Holding<Integer>> times, List<Holding<ContactId>> stored, Overlap overlap) {
        Instant after = null;
        int i = 0;
        int j = 0;
        while (i < times.size() && j < stored.size()) {
            Instant until = earlier(times.get(i).until(), stored.get(j).until());
            overlap.at(key, after, until, times.get(i).holder(), stored.get(j).holder());
            i += Objects.equals(times.get(i).until(), until) ? 1 : 0;
            j += Objects.equals(stored.get(j).until(), until) ? 1 : 0;
            after = until;
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
