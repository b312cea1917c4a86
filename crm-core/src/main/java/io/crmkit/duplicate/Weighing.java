package io.crmkit.duplicate;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Pair;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Some contacts, opened to be compared with each other. */
final class Weighing {
    /** What more contacts than these share says nothing about any of them. */
    static final int MOST = 20;

    private final Map<ContactId, Traits> traits = new HashMap<>();
    private final Map<ContactId, Set<Long>> places = new HashMap<>();
    private final Comparison comparison;

    Weighing(Marks marks, Collection<ContactId> contacts) {
        marks.candidates(contacts).forEach((id, candidate) -> {
            traits.put(id, Traits.of(candidate));
            places.put(id, Mark.of(candidate).stream().map(marks::place).collect(Collectors.toSet()));
        });
        Set<String> words = new HashSet<>();
        Map<Long, String> addresses = new HashMap<>();
        traits.values().forEach(each -> {
            each.names().forEach(name -> words.addAll(name.words()));
            each.addresses().forEach(address -> addresses.put(marks.place(address), address.text()));
        });
        Map<String, Integer> sharers = new HashMap<>();
        marks.groups(addresses.keySet(), MOST)
                .forEach(group -> sharers.put(
                        addresses.getOrDefault(group.place(), ""),
                        group.contacts().size()));
        comparison = new Comparison(marks.census(words), sharers);
    }

    /** What speaks for a pair; empty if too little does or one of them is not there any more. */
    Optional<Resemblance> of(Pair pair, boolean statedAsOne) {
        Traits one = traits.get(pair.one());
        Traits other = traits.get(pair.other());
        if (one == null || other == null) {
            return Optional.empty();
        }
        return Optional.of(comparison.of(one, other, statedAsOne)).filter(r -> statedAsOne || r.likely());
    }

    Suggestion suggestion(Pair pair, Resemblance resemblance) {
        return new Suggestion(
                Objects.requireNonNull(traits.get(pair.one())).of().contact(),
                Objects.requireNonNull(traits.get(pair.other())).of().contact(),
                Math.max(resemblance.score(), 50),
                resemblance.reasons());
    }

    /** The places where both stand that come before this one. */
    Set<Long> sharedBefore(long place, Pair pair) {
        Set<Long> shared = new HashSet<>(places.getOrDefault(pair.one(), Set.of()));
        shared.retainAll(places.getOrDefault(pair.other(), Set.of()));
        shared.removeIf(each -> each >= place);
        return shared;
    }
}
