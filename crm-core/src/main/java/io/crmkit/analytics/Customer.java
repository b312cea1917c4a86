package io.crmkit.analytics;

import io.crmkit.contact.ContactId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A contact who bought something, with what they bought on each day of the tenant's calendar, in one currency.
 *
 * @param days what a day's purchases come to; at least one day
 * @since 0.1
 */
public record Customer(ContactId contact, SortedMap<LocalDate, BigDecimal> days) {
    public Customer {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A customer has bought something");
        }
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** What they bought in all. */
    public BigDecimal value() {
        return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without the amounts, which may be personal. */
    @Override
    public String toString() {
        return "Customer[" + contact + "]";
    }
}
