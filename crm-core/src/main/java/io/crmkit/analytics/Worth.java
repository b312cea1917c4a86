package io.crmkit.analytics;

import io.crmkit.contact.ContactId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * What customers have been worth so far, in one currency: what they paid less what they got back, or what they were
 * charged, by the {@link Basis}.
 *
 * @param customers how many bought something
 * @param median half of them are worth more; 0 without customers
 * @param best those worth most, the most first
 * @since 0.1
 */
public record Worth(String currency, int customers, BigDecimal total, BigDecimal median, List<OfContact> best) {
    public Worth {
        best = List.copyOf(best);
    }

    /**
     * What one contact is worth.
     *
     * @param days on how many days they bought
     */
    public record OfContact(ContactId contact, BigDecimal value, int days) {
        /** Without the amount, which may be personal. */
        @Override
        public String toString() {
            return "OfContact[" + contact + "]";
        }
    }

    /** 0 without customers. */
    public BigDecimal average() {
        return customers == 0
                ? BigDecimal.ZERO
                : total.divide(BigDecimal.valueOf(customers), total.scale() + 2, RoundingMode.HALF_EVEN);
    }

    static Worth of(String currency, List<Customer> customers, int best) {
        List<OfContact> all = customers.stream()
                .map(each ->
                        new OfContact(each.contact(), each.value(), each.days().size()))
                .sorted(Comparator.comparing(OfContact::value).reversed().thenComparing(OfContact::contact))
                .toList();
        return new Worth(
                currency,
                all.size(),
                all.stream().map(OfContact::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                all.isEmpty() ? BigDecimal.ZERO : all.get(all.size() / 2).value(),
                all.subList(0, Math.min(best, all.size())));
    }
}
