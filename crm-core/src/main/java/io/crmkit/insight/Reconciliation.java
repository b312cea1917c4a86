package io.crmkit.insight;

import io.crmkit.insight.Decision.Verdict;
import io.crmkit.insight.Standing.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the facts of one contact stand, from nothing but what each rests on: so neither the order in which messages
 * were read, nor how they were cut into windows, nor how often, makes a difference.
 */
final class Reconciliation {
    /** From here on a fact is believed. */
    static final double WRITE = 0.85;
    /** From here on it is suggested; below it is nothing. */
    static final double SUGGEST = 0.5;

    private Reconciliation() {}

    /** The facts that rest on something, with their standing among each other as it is known now. */
    static List<Fact> of(Collection<Fact> facts, Instant now) {
        Map<String, List<Fact>> slots = new HashMap<>();
        List<Fact> all = new ArrayList<>();
        for (Fact fact : facts) {
            if (!fact.rests()) {
                continue;
            }
            Fact alone = fact.with(alone(fact));
            if (Cardinality.of(fact.matter()) == Cardinality.SINGLE && alone.current()) {
                slots.computeIfAbsent(fact.matter().slot(), s -> new ArrayList<>())
                        .add(alone);
            } else {
                all.add(alone);
            }
        }
        slots.values().forEach(slot -> all.addAll(among(slot)));
        return all.stream().map(fact -> fact.knownAt(now)).toList();
    }

    private static Standing alone(Fact fact) {
        Decision decision = fact.decision();
        Support last = fact.support().stream().max(ORDER).orElse(null);
        double confidence = fact.support().stream()
                .filter(Support::affirms)
                .mapToDouble(Support::confidence)
                .max()
                .orElse(decision == null ? 0 : 1);
        Instant from = from(fact);
        if (decision != null) {
            return decision.verdict() == Verdict.REJECTED
                    ? new Standing(State.RETRACTED, confidence, from, decision.at())
                    : new Standing(State.CURRENT, 1, from, null);
        }
        if (last != null && !last.affirms()) {
            return new Standing(State.RETRACTED, confidence, from, last.saidAt());
        }
        return new Standing(confidence >= WRITE ? State.CURRENT : State.SUGGESTED, confidence, from, null);
    }

    private static @Nullable Instant from(Fact fact) {
        return fact.support().stream()
                .filter(Support::affirms)
                .map(Support::saidAt)
                .min(Comparator.naturalOrder())
                .orElse(fact.decision() == null ? null : fact.decision().at());
    }

    /** By time, and what was said in the same instant by its place. */
    private static final Comparator<Support> ORDER = Comparator.comparing(Support::saidAt)
            .thenComparing(support -> support.message().value())
            .thenComparingInt(Support::start)
            .thenComparing(support -> !support.affirms())
            .thenComparing(Support::extractor);

    /** One of those that cannot hold at once does. */
    private static List<Fact> among(List<Fact> slot) {
        Comparator<Fact> strength = Comparator.comparingInt(Reconciliation::rank)
                .thenComparing(Reconciliation::lastSaid)
                .thenComparing(fact -> fact.matter().canonical());
        Fact winner = slot.stream().max(strength).orElseThrow();
        List<Fact> all = new ArrayList<>();
        for (Fact fact : slot) {
            all.add(fact == winner ? fact : fact.with(beside(winner, fact)));
        }
        return all;
    }

    /** A weaker word never takes a stronger one's place, but if it is later somebody should look. */
    private static Standing beside(Fact winner, Fact fact) {
        Standing own = fact.standing();
        boolean later = lastSaid(fact).isAfter(lastSaid(winner));
        boolean locked = winner.decision() != null && winner.decision().locked();
        return later && !locked
                ? new Standing(State.CONFLICT, own.confidence(), own.validFrom(), null)
                : new Standing(State.SUPERSEDED, own.confidence(), own.validFrom(), start(winner, fact));
    }

    private static @Nullable Instant start(Fact winner, Fact fact) {
        Instant from = winner.standing().validFrom();
        Instant own = fact.standing().validFrom();
        return from == null || own != null && own.isAfter(from) ? lastSaid(winner) : from;
    }

    private static int rank(Fact fact) {
        Decision decision = fact.decision();
        if (decision != null) {
            return decision.verdict() == Verdict.IMPORTED ? 9 : decision.locked() ? 11 : 10;
        }
        // Lower for a word that is weaker: explicit 3, confirmed 2, inferred 1.
        return fact.support().stream()
                .filter(Support::affirms)
                .mapToInt(support -> switch (support.origin()) {
                    case INFERRED -> 1;
                    case CONFIRMED -> 2;
                    default -> 3;
                })
                .max()
                .orElse(0);
    }

    /** When it was last said, or stated by a person. */
    private static Instant lastSaid(Fact fact) {
        Instant said = fact.support().stream()
                .filter(Support::affirms)
                .map(Support::saidAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Decision decision = fact.decision();
        return decision != null && decision.at().isAfter(said) ? decision.at() : said;
    }
}
