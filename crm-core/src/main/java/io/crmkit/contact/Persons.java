package io.crmkit.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides from provider statements which identifiers are one person's, by replaying them in the order of their time:
 * the same statements give the same persons, in whatever order they arrived.
 *
 * <p>Identifiers stated together are one person's unless that person would hold two values of one scheme at once; such a
 * contradiction joins nobody and is noted. Giving up an identifier ends its holder's time with it; taking one over from
 * somebody else ends theirs. An identifier that was mentioned always has somebody, known or not, so that having seen it
 * once more within anybody's time changes nothing.
 *
 * @since 0.1
 */
public final class Persons {
    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

    private final List<Person> persons = new ArrayList<>();
    private final Map<MatchKey, Person> held = new TreeMap<>();
    private final Map<MatchKey, List<Past>> past = new TreeMap<>();
    private final List<Contradiction> contradictions = new ArrayList<>();

    /** Two persons whom a statement names as one, though they hold different values of one scheme. */
    public record Contradiction(IdentityStatement statement, int one, int other) {}

    private record Past(Instant until, @Nullable Person holder) {}

    private Persons() {}

    /** The persons that follow from these statements. */
    public static Persons from(Collection<IdentityStatement> statements) {
        Persons persons = new Persons();
        statements.stream().sorted(IdentityStatement.ORDER).forEach(persons::replay);
        return persons;
    }

    /** The persons that follow from these statements, of whom somebody of the business said that some are one. */
    public static Persons from(Collection<IdentityStatement> statements, Collection<Merge> merges) {
        Persons persons = from(statements);
        // Providers speak of persons apart, so that nothing they said is heard otherwise once a merge is withdrawn.
        merges.forEach(persons::merge);
        return persons;
    }

    /** Who held each identifier when, by number in the order of first mention; the last holding is open-ended. */
    public Map<MatchKey, List<Holding<Integer>>> holdings() {
        Set<MatchKey> keys = new TreeSet<>(held.keySet());
        keys.addAll(past.keySet());
        Map<MatchKey, List<Holding<Integer>>> all = new TreeMap<>();
        for (MatchKey key : keys) {
            List<Holding<Integer>> times = new ArrayList<>();
            past.getOrDefault(key, List.of()).forEach(p -> times.add(new Holding<>(p.until(), number(p.holder()))));
            times.add(new Holding<>(null, number(held.get(key))));
            all.put(key, times);
        }
        return all;
    }

    /** What could not be joined, and was not by a later statement either. */
    public List<Contradiction> contradictions() {
        return contradictions.stream()
                .map(c -> new Contradiction(c.statement, self(c.one), self(c.other)))
                .filter(c -> c.one != c.other)
                .distinct()
                .toList();
    }

    /** The key that says whose an interaction is when its keys disagree: the phone, else the first in order. */
    public static MatchKey route(Set<MatchKey> keys) {
        return keys.stream()
                .filter(key -> key.scheme().equals(Scheme.PHONE))
                .sorted()
                .findFirst()
                .orElseGet(() -> new TreeSet<>(keys).first());
    }

    private void merge(Merge merge) {
        Person one = seen(merge.survivor().seen());
        Person other = seen(merge.absorbed().seen());
        if (one != null && other != null && one != other) {
            other.mergedInto = one;
        }
    }

    private @Nullable Person seen(Sighting sighting) {
        for (Past time : past.getOrDefault(sighting.key(), List.of())) {
            if (!sighting.at().isAfter(time.until())) {
                return time.holder() == null ? null : time.holder().self();
            }
        }
        Person holder = held.get(sighting.key());
        return holder == null ? null : holder.self();
    }

    private int self(int number) {
        return persons.get(number).self().number;
    }

    private static @Nullable Integer number(@Nullable Person person) {
        return person == null ? null : person.self().number;
    }

    private void replay(IdentityStatement statement) {
        Set<MatchKey> givenUp = new TreeSet<>(statement.before());
        givenUp.removeAll(statement.now());
        if (givenUp.isEmpty()) {
            together(statement, new TreeSet<>(statement.now()));
        } else {
            change(statement, givenUp);
        }
    }

    private Person together(IdentityStatement statement, Set<MatchKey> keys) {
        Person person = holder(route(keys));
        for (MatchKey key : keys) {
            join(statement, person, holder(key));
        }
        return person;
    }

    private void change(IdentityStatement statement, Set<MatchKey> givenUp) {
        Person person = leaver(statement, givenUp);
        Set<MatchKey> had = new TreeSet<>(person.holds);
        for (MatchKey key : givenUp) {
            if (held.get(key) == person) {
                release(key, statement.at());
            }
        }
        for (MatchKey key : new TreeSet<>(statement.now())) {
            acquire(statement, person, had, key);
        }
    }

    /** Who gave up these. Told a second time it is still whoever did, though nobody holds them any more. */
    private Person leaver(IdentityStatement statement, Set<MatchKey> givenUp) {
        if (givenUp.stream().noneMatch(held::containsKey)) {
            for (MatchKey key : givenUp) {
                Person last = lastHolder(key);
                if (last != null && statement.now().stream().anyMatch(last.holds::contains)) {
                    return last;
                }
            }
        }
        return together(statement, givenUp);
    }

    private @Nullable Person lastHolder(MatchKey key) {
        List<Past> times = past.getOrDefault(key, List.of());
        Person last = times.isEmpty() ? null : times.get(times.size() - 1).holder();
        return last == null ? null : last.self();
    }

    private void acquire(IdentityStatement statement, Person person, Set<MatchKey> had, MatchKey key) {
        // Who gets a new value of a scheme has given up the old one, said or not.
        for (MatchKey own : List.copyOf(person.holds)) {
            if (own.contradicts(key)) {
                release(own, statement.at());
            }
        }
        Person holder = held.get(key);
        if (holder == person) {
            return;
        }
        // Somebody who had another number until now had not this one: whoever had it before is somebody else.
        boolean handedOn = key.scheme().handedOn()
                && (Person.anyContradict(had, holder == null ? Set.of(key) : holder.holds)
                        || holder != null && !person.accepts(holder));
        if (handedOn) {
            close(key, statement.at().minus(MOMENT), holder);
            if (holder != null) {
                holder.holds.remove(key);
            }
            take(person, key);
        } else {
            join(statement, person, holder(key));
        }
    }

    private void join(IdentityStatement statement, Person one, Person other) {
        if (one == other) {
            return;
        }
        if (!one.accepts(other)) {
            contradictions.add(new Contradiction(statement, one.number, other.number));
            return;
        }
        for (MatchKey key : other.holds) {
            held.put(key, one);
        }
        one.holds.addAll(other.holds);
        other.holds.clear();
        other.mergedInto = one;
    }

    /** Who holds it; if nobody does, somebody of whom nothing else is known. */
    private Person holder(MatchKey key) {
        Person holder = held.get(key);
        if (holder == null) {
            holder = new Person(persons.size());
            persons.add(holder);
            take(holder, key);
        }
        return holder;
    }

    private void take(Person person, MatchKey key) {
        held.put(key, person);
        person.holds.add(key);
    }

    private void release(MatchKey key, Instant until) {
        Person holder = held.remove(key);
        if (holder != null) {
            holder.holds.remove(key);
            close(key, until, holder);
        }
    }

    private void close(MatchKey key, Instant until, @Nullable Person holder) {
        List<Past> times = past.computeIfAbsent(key, k -> new ArrayList<>());
        if (times.isEmpty() || times.get(times.size() - 1).until().isBefore(until)) {
            times.add(new Past(until, holder));
        }
    }
}
