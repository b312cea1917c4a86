package io.crmkit.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
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
 * contradiction joins nobody and is noted. Giving up an identifier ends its holder's time with it.
 *
 * @since 0.1
 */
public final class Persons {
    private final List<Person> persons = new ArrayList<>();
    private final Map<MatchKey, Person> held = new TreeMap<>();
    private final Map<MatchKey, List<Holding<Person>>> past = new TreeMap<>();
    private final List<Contradiction> contradictions = new ArrayList<>();

    /** Two persons whom a statement names as one, though they hold different values of one scheme. */
    public record Contradiction(IdentityStatement statement, int one, int other) {}

    private static final class Person {
        final int number;
        final Set<MatchKey> holds = new TreeSet<>();

        @Nullable Person mergedInto;

        Person(int number) {
            this.number = number;
        }

        Person self() {
            return mergedInto == null ? this : mergedInto.self();
        }

        boolean accepts(MatchKey key) {
            return holds.stream().noneMatch(held -> contradict(held, key));
        }

        boolean accepts(Person other) {
            return other.holds.stream().allMatch(this::accepts);
        }

        private static boolean contradict(MatchKey one, MatchKey other) {
            return one.scheme().single()
                    && one.scheme().equals(other.scheme())
                    && one.scope().equals(other.scope())
                    && !one.key().equals(other.key());
        }
    }

    private Persons() {}

    /** The persons that follow from these statements. */
    public static Persons from(Collection<IdentityStatement> statements) {
        Persons persons = new Persons();
        statements.stream().sorted(IdentityStatement.ORDER).forEach(persons::replay);
        return persons;
    }

    /** Who held each identifier when, by number in the order of first mention; the last holding is open-ended. */
    public Map<MatchKey, List<Holding<Integer>>> holdings() {
        Set<MatchKey> keys = new TreeSet<>(held.keySet());
        keys.addAll(past.keySet());
        Map<MatchKey, List<Holding<Integer>>> all = new TreeMap<>();
        for (MatchKey key : keys) {
            List<Holding<Integer>> times = new ArrayList<>();
            past.getOrDefault(key, List.of()).forEach(h -> times.add(new Holding<>(h.until(), number(h.holder()))));
            times.add(new Holding<>(null, number(held.get(key))));
            all.put(key, times);
        }
        return all;
    }

    /** What could not be joined. */
    public List<Contradiction> contradictions() {
        return contradictions.stream()
                .map(c -> new Contradiction(c.statement, self(c.one), self(c.other)))
                .toList();
    }

    private int self(int number) {
        return persons.get(number).self().number;
    }

    private static @Nullable Integer number(@Nullable Person person) {
        return person == null ? null : person.self().number;
    }

    private void replay(IdentityStatement statement) {
        if (statement.changes()) {
            change(statement);
        } else {
            together(statement, new TreeSet<>(statement.now()));
        }
    }

    private Person together(IdentityStatement statement, Set<MatchKey> keys) {
        Person person = holderOfFirst(statement, keys);
        for (MatchKey key : keys) {
            Person holder = held.get(key);
            if (holder == null) {
                if (person.accepts(key)) {
                    take(person, key);
                } else {
                    contradictions.add(new Contradiction(statement, person.number, person.number));
                }
            } else if (holder != person) {
                join(statement, person, holder);
            }
        }
        return person;
    }

    private Person holderOfFirst(IdentityStatement statement, Set<MatchKey> keys) {
        MatchKey first = route(keys);
        Person holder = held.get(first);
        if (holder != null) {
            return holder;
        }
        Set<Person> others = new LinkedHashSet<>();
        keys.stream().map(held::get).filter(p -> p != null).forEach(others::add);
        for (Person other : others) {
            if (other.accepts(first)) {
                take(other, first);
                return other;
            }
        }
        Person fresh = person();
        take(fresh, first);
        return fresh;
    }

    private void change(IdentityStatement statement) {
        Set<MatchKey> before = new TreeSet<>(statement.before());
        before.removeAll(statement.now());
        if (before.isEmpty()) {
            together(statement, new TreeSet<>(statement.now()));
            return;
        }
        Person person = together(statement, before);
        for (MatchKey key : before) {
            if (held.get(key) == person) {
                release(key, statement.at());
            }
        }
        for (MatchKey key : new TreeSet<>(statement.now())) {
            acquire(statement, person, key);
        }
    }

    private void acquire(IdentityStatement statement, Person person, MatchKey key) {
        // Who gets a new value of a scheme has given up the old one, said or not.
        for (MatchKey own : List.copyOf(person.holds)) {
            if (Person.contradict(own, key)) {
                release(own, statement.at());
            }
        }
        Person holder = held.get(key);
        if (holder != null && holder != person && !join(statement, person, holder)) {
            release(key, statement.at());
        }
        if (held.get(key) == null) {
            take(person, key);
        }
    }

    private boolean join(IdentityStatement statement, Person one, Person other) {
        if (!one.accepts(other)) {
            contradictions.add(new Contradiction(statement, one.number, other.number));
            return false;
        }
        for (MatchKey key : other.holds) {
            held.put(key, one);
        }
        one.holds.addAll(other.holds);
        other.mergedInto = one;
        return true;
    }

    private void take(Person person, MatchKey key) {
        held.put(key, person);
        person.holds.add(key);
    }

    private void release(MatchKey key, Instant until) {
        Person holder = held.remove(key);
        if (holder != null) {
            holder.holds.remove(key);
            past.computeIfAbsent(key, k -> new ArrayList<>()).add(new Holding<>(until, holder));
        }
    }

    private Person person() {
        Person person = new Person(persons.size());
        persons.add(person);
        return person;
    }

    /** The key that says whose an interaction is when its keys disagree: the phone, else the first in order. */
    public static MatchKey route(Set<MatchKey> keys) {
        return keys.stream()
                .filter(key -> key.scheme().equals(Scheme.PHONE))
                .sorted()
                .findFirst()
                .orElseGet(() -> new TreeSet<>(keys).first());
    }
}
