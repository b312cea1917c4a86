package io.crmkit.watch;

import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent;
import io.crmkit.event.DomainEvent.FactCorrected;
import io.crmkit.event.DomainEvent.FactLearned;
import io.crmkit.event.DomainEvent.FactWithdrawn;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Matter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the facts of a unit of work differ at its end from its beginning. What only went with its messages from one
 * contact to another is no news. Not thread-safe.
 */
final class FactNews {
    private final Map<Place, Optional<Fact>> first = new LinkedHashMap<>();
    private final Map<Place, Fact> last = new LinkedHashMap<>();

    private record Place(ContactId contact, String matter) {
        static Place of(ContactId contact, Fact fact) {
            return new Place(contact, fact.matter().canonical());
        }
    }

    private record Known(ContactId contact, Fact fact) {
        String matter() {
            return fact.matter().canonical();
        }

        /** Whether both cannot be so of one contact, as far as that can be told from what they are about. */
        boolean instead(Known other) {
            Matter one = fact.matter();
            Matter before = other.fact.matter();
            return contact.equals(other.contact)
                    && one.type() == before.type()
                    && one.subject() == before.subject()
                    && (one.key().equals(before.key())
                            || !other.fact.decisions().isEmpty());
        }
    }

    void replaced(ContactId contact, List<Fact> before, List<Fact> after) {
        for (Fact fact : before) {
            first.putIfAbsent(Place.of(contact, fact), Optional.of(fact));
            last.remove(Place.of(contact, fact));
        }
        for (Fact fact : after) {
            first.putIfAbsent(Place.of(contact, fact), Optional.empty());
            last.put(Place.of(contact, fact), fact);
        }
    }

    /** What there is to tell, each thing once. */
    List<DomainEvent> events(Watch watch) {
        List<Known> before = new ArrayList<>();
        first.forEach((place, fact) ->
                fact.filter(Fact::current).ifPresent(current -> before.add(new Known(place.contact(), current))));
        List<Known> after = new ArrayList<>();
        last.forEach((place, fact) -> {
            if (fact.current()) {
                after.add(new Known(place.contact(), fact));
            }
        });
        first.clear();
        last.clear();
        List<Known> lost = without(before, after);
        List<DomainEvent> events = new ArrayList<>();
        for (Known gained : without(after, before)) {
            Optional<Known> replaced = lost.stream().filter(gained::instead).findFirst();
            replaced.ifPresent(lost::remove);
            events.add(replaced.<DomainEvent>map(
                            old -> new FactCorrected(watch.about(gained.contact), gained.fact.id(), old.fact.id()))
                    .orElseGet(() -> new FactLearned(watch.about(gained.contact), gained.fact.id())));
        }
        lost.forEach(old -> events.add(new FactWithdrawn(watch.about(old.contact), old.fact.id())));
        return events;
    }

    private static List<Known> without(List<Known> some, List<Known> others) {
        Set<String> known = others.stream().map(Known::matter).collect(Collectors.toSet());
        return some.stream()
                .filter(each -> !known.contains(each.matter()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
