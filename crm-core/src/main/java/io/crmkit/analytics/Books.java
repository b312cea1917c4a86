package io.crmkit.analytics;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * By what, in which currency and by whose calendar sales are counted.
 *
 * @param currency what is in another is left out
 */
record Books(Basis basis, String currency, ZoneId zone) {
    boolean count(Sale sale) {
        Money money = sale.money();
        return basis.counts(sale) && (money == null || money.currency().equals(currency));
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    static BigDecimal amount(Sale sale) {
        Money money = sale.money();
        return money == null ? BigDecimal.ZERO : money.amount();
    }

    /** Everybody who bought something. */
    List<Customer> customers(Sales sales) {
        List<Customer> customers = new ArrayList<>();
        Gathering gathering = new Gathering(customers::add);
        sales.each(gathering);
        gathering.close();
        return customers;
    }

    /**
     * Makes a customer of the sales of one contact. What was paid back counts on the day of the purchase before it, so that
     * it is no purchase itself.
     */
    private final class Gathering implements Consumer<Sale> {
        private final Consumer<Customer> reader;
        private final TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
        private final List<Sale> refunds = new ArrayList<>();
        private @Nullable ContactId contact;

        Gathering(Consumer<Customer> reader) {
            this.reader = reader;
        }

        @Override
        public void accept(Sale sale) {
            if (!sale.contact().equals(contact)) {
                close();
                contact = sale.contact();
            }
            if (!count(sale)) {
                return;
            }
            if (sale.kind() == Sale.Kind.REFUND) {
                refunds.add(sale);
            } else {
                days.merge(day(sale.at()), amount(sale), BigDecimal::add);
            }
        }

        void close() {
            if (contact != null && !days.isEmpty()) {
                refunds.forEach(this::takeBack);
                reader.accept(new Customer(contact, days));
            }
            days.clear();
            refunds.clear();
        }

        private void takeBack(Sale refund) {
            Map.Entry<LocalDate, BigDecimal> before = days.floorEntry(day(refund.at()));
            days.merge(
                    before == null ? days.firstKey() : before.getKey(),
                    amount(refund).negate(),
                    BigDecimal::add);
        }
    }
}
