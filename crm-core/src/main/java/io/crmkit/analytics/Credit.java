package io.crmkit.analytics;

import io.crmkit.analytics.Attribution.Touch;
import io.crmkit.contact.ContactId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * To what sources the sales of some days are owed, in one currency. It adds up to what was sold.
 *
 * @param sales how many there were
 * @param bySource by the name of the source
 * @param unattributed what no source has a part in
 * @since 0.1
 */
public record Credit(String currency, int sales, SortedMap<String, BigDecimal> bySource, BigDecimal unattributed) {
    /** What was sold. */
    public BigDecimal total() {
        return bySource.values().stream().reduce(unattributed, BigDecimal::add);
    }

    static Credit of(Sales sales, Books books, Attribution attribution, LocalDate from, LocalDate to) {
        Map<ContactId, List<Touch>> touches = new HashMap<>();
        sales.touches(each ->
                touches.computeIfAbsent(each.contact(), c -> new ArrayList<>()).add(each.touch()));
        Sums sums = new Sums();
        sales.each(sale -> {
            LocalDate day = books.day(sale.at());
            if (books.count(sale) && !day.isBefore(from) && !day.isAfter(to)) {
                sums.add(sale, books.currency(), attribution, touches.getOrDefault(sale.contact(), List.of()));
            }
        });
        return new Credit(books.currency(), sums.sales, sums.bySource, sums.unattributed);
    }

    private static final class Sums {
        private final SortedMap<String, BigDecimal> bySource = new TreeMap<>();
        private BigDecimal unattributed = BigDecimal.ZERO;
        private int sales;

        void add(Sale sale, String currency, Attribution attribution, List<Touch> touches) {
            sales++;
            BigDecimal amount = Books.amount(sale);
            BigDecimal signed = sale.kind() == Sale.Kind.REFUND ? amount.negate() : amount;
            int scale = Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), signed.scale());
            Map<String, Long> shares =
                    attribution.share(signed.movePointRight(scale).longValueExact(), sale.at(), touches);
            shares.forEach((source, part) -> bySource.merge(source, BigDecimal.valueOf(part, scale), BigDecimal::add));
            if (shares.isEmpty()) {
                unattributed = unattributed.add(signed);
            }
        }
    }
}
