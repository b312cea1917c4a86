package io.crmkit.contact;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody who holds identifiers, while statements are replayed. */
final class Person {
    final int number;
    final Set<MatchKey> holds = new TreeSet<>();

    @Nullable Person mergedInto;

    Person(int number) {
        this.number = number;
    }

    Person self() {
        return mergedInto == null ? this : mergedInto.self();
    }

    /** Whether both can be one. */
    boolean accepts(Person other) {
        return !anyContradict(holds, other.holds);
    }

    static boolean anyContradict(Collection<MatchKey> some, Collection<MatchKey> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(one::contradicts));
    }
}
