package io.crmkit.insight;

import io.crmkit.insight.Standing.State;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How often each came of extraction, since this application started. Thread-safe.
 *
 * @since 0.1
 */
public final class Outcomes {
    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

    public Outcomes() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    public long count(Outcome outcome) {
        return Objects.requireNonNull(counts.get(outcome)).sum();
    }

    void add(Outcome outcome) {
        Objects.requireNonNull(counts.get(outcome)).increment();
    }

    /** Counts what became of facts when they were reconciled. */
    void add(List<Fact> before, Collection<Fact> after, int given) {
        Map<String, Fact> known = new HashMap<>();
        before.forEach(fact -> known.put(fact.matter().canonical(), fact));
        int changes = 0;
        for (Fact fact : after) {
            Outcome outcome = of(known.remove(fact.matter().canonical()), fact);
            if (outcome != null) {
                add(outcome);
                changes++;
            }
        }
        known.values().forEach(gone -> add(Outcome.RETRACTED));
        for (int i = changes; i < given; i++) {
            add(Outcome.IGNORED);
        }
    }

    private static @Nullable Outcome of(@Nullable Fact before, Fact after) {
        if (before == null) {
            return after.state() == State.CONFLICT ? Outcome.CONFLICTED : Outcome.ADDED;
        } else if (before.state() != after.state()) {
            return switch (after.state()) {
                case CURRENT, SUGGESTED -> Outcome.CORROBORATED;
                case SUPERSEDED -> Outcome.SUPERSEDED;
                case CONFLICT -> Outcome.CONFLICTED;
                case RETRACTED -> Outcome.RETRACTED;
            };
        }
        return after.support().size() > before.support().size() ? Outcome.CORROBORATED : null;
    }
}
