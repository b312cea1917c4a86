package io.crmkit.segment;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Money;
import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Criteria on what a contact booked and paid.
 *
 * @since 0.1
 */
public sealed interface Dealt extends Criterion {
    /** Whether it holds of these facts. */
    boolean holds(ContactFacts facts, AsOf asOf);

    /**
     * There are so many appointments of one of these statuses that begin within a window; those whose time is not known
     * count only where the window is {@link Window#EVER}.
     */
    record Appointments(Set<AppointmentStatus> any, Window starts, int atLeast, int atMost) implements Dealt {
        public Appointments {
            any = Set.copyOf(any);
        }

        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            long count = facts.trade().visits().stream()
                    .filter(visit -> any.contains(visit.status()) && starts.holds(visit.start(), asOf))
                    .count();
            return count >= atLeast && count <= atMost;
        }
    }

    /** What is summed up of a contact. */
    enum Sum {
        /** What it paid less what it was paid back. */
        SPEND,
        /** What its attended appointments and its orders come to. */
        REVENUE
    }

    /**
     * A sum is more than one amount and not more than another; it is zero where there is nothing.
     *
     * @param currency ISO 4217; only what is in this currency counts
     * @param over null for any
     * @param atMost null for any
     */
    record Amount(
            Sum sum,
            String currency,
            @Nullable BigDecimal over,
            @Nullable BigDecimal atMost) implements Dealt {
        public Amount {
            Money none = new Money(BigDecimal.ZERO, currency);
            over = over == null ? null : new Money(over, none.currency()).amount();
            atMost = atMost == null ? null : new Money(atMost, none.currency()).amount();
        }

        @Override
        public boolean holds(ContactFacts facts, AsOf asOf) {
            SortedMap<String, BigDecimal> sums =
                    sum == Sum.SPEND ? facts.trade().spend() : facts.trade().revenue();
            return holds(sums.getOrDefault(currency, BigDecimal.ZERO));
        }

        /** Whether it holds of a contact that has none of it. */
        public boolean holdsOfNothing() {
            return holds(BigDecimal.ZERO);
        }

        private boolean holds(BigDecimal amount) {
            return (over == null || amount.compareTo(over) > 0) && (atMost == null || amount.compareTo(atMost) <= 0);
        }
    }
}
