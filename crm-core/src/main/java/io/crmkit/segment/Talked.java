package io.crmkit.segment;

import io.crmkit.interaction.EventKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Criteria on the conversations with a contact.
 *
 * @since 0.1
 */
public sealed interface Talked extends Criterion {
    /** Whether it holds of these facts. */
    boolean holds(ContactFacts facts, AsOf asOf);

    /**
     * In an open conversation the last word is the customer's, for so long or longer.
     *
     * @param atLeast zero or more, at most 36,500 days, to the microsecond
     */
    record Awaits(Duration atLeast) implements Talked {
        public Awaits {
            if (atLeast.isNegative() || atLeast.compareTo(Duration.ofDays(36_500)) > 0) {
                throw new IllegalArgumentException("atLeast must be 0 to 36,500 days");
            }
            atLeast = atLeast.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            Instant latest = asOf.now().truncatedTo(ChronoUnit.MICROS).minus(atLeast);
            return facts.talk().open().stream()
                    .flatMap(attention -> attention.waitingSince().stream())
                    .anyMatch(since -> !since.isAfter(latest));
        }
    }

    /** In an open conversation a person was called for, by escalation or handoff, and it is not resolved. */
    record Called() implements Talked {
        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            return facts.talk().open().stream()
                    .anyMatch(attention -> attention.calledSince().isPresent());
        }
    }

    /** The customer's first message lies within the window; there is one. */
    record FirstWrote(Window at) implements Talked {
        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            return facts.talk().firstWrote() != null && at.holds(facts.talk().firstWrote(), asOf);
        }
    }

    /** The customer's last message lies within the window; there is one. */
    record LastWrote(Window at) implements Talked {
        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            return facts.talk().lastWrote() != null && at.holds(facts.talk().lastWrote(), asOf);
        }
    }

    /** So many events of one of these kinds happened within the window. */
    record Happened(Set<EventKind> any, Window at, int atLeast, int atMost) implements Talked {
        public Happened {
            any = Set.copyOf(any);
        }

        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            long count = facts.talk().events().stream()
                    .filter(event -> any.contains(event.kind()) && at.holds(event.at(), asOf))
                    .count();
            return count >= atLeast && count <= atMost;
        }
    }
}
