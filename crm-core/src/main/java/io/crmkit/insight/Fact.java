package io.crmkit.insight;

import io.crmkit.ai.Sensitivity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something known about a contact, with everything it rests on.
 *
 * @param decisions the last one counts; more than one where contacts that were merged each had one
 * @param support in the order in which it was said
 * @param recordedAt when we first knew
 * @param retractedAt when we first knew that it no longer holds; null while it does
 * @since 0.1
 */
public record Fact(
        FactId id,
        Matter matter,
        Sensitivity sensitivity,
        List<Decision> decisions,
        List<Support> support,
        Standing standing,
        Instant recordedAt,
        @Nullable Instant retractedAt) {
    /** By the time they were recorded, then by id. */
    public static final Comparator<Fact> RECORDED = Comparator.comparing(Fact::recordedAt)
            .thenComparing(fact -> fact.id().value());

    public Fact {
        decisions = List.copyOf(decisions);
        support = List.copyOf(support);
    }

    /** What counts of what people said about it. */
    public Optional<Decision> decided() {
        return decisions.stream().max(Comparator.comparing(Decision::at));
    }

    @Nullable Decision decision() {
        return decided().orElse(null);
    }

    public Standing.State state() {
        return standing.state();
    }

    public boolean current() {
        return standing.state() == Standing.State.CURRENT;
    }

    /** Whether anything at all speaks of it. */
    boolean rests() {
        return !decisions.isEmpty() || !support.isEmpty();
    }

    /** With when it was first known not to hold, if it does not. */
    Fact knownAt(Instant now) {
        boolean over = standing.state() == Standing.State.SUPERSEDED || standing.state() == Standing.State.RETRACTED;
        Instant known = over ? retractedAt == null ? now : retractedAt : null;
        return new Fact(id, matter, sensitivity, decisions, support, standing, recordedAt, known);
    }

    Fact with(List<Support> other) {
        return new Fact(id, matter, sensitivity, decisions, other, standing, recordedAt, retractedAt);
    }

    Fact with(Standing other) {
        return new Fact(id, matter, sensitivity, decisions, support, other, recordedAt, retractedAt);
    }

    /** With this instead of what was said about the same contact before. */
    Fact with(Decision other) {
        List<Decision> all = Stream.concat(
                        decisions.stream().filter(each -> !each.about().equals(other.about())), Stream.of(other))
                .toList();
        return new Fact(id, matter, sensitivity, all, support, standing, recordedAt, retractedAt);
    }

    /** Without what it says, which is personal. */
    @Override
    public String toString() {
        return "Fact[" + id + ", " + matter + ", " + standing.state() + "]";
    }
}
