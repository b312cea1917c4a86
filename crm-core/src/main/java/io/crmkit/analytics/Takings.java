package io.crmkit.analytics;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the appointments attended on some days come to, in one currency: by service, by staff, and by when they began on
 * the tenant's calendar. Those of which the service or the staff was not told are under the empty name.
 *
 * @since 0.1
 */
public record Takings(
        String currency,
        SortedMap<String, Sum> services,
        SortedMap<String, Sum> staff,
        SortedMap<DayOfWeek, Sum> days,
        SortedMap<Integer, Sum> hours) {
    /**
     * How many appointments and what they come to.
     *
     * @param revenue those without a price add nothing
     */
    public record Sum(int visits, BigDecimal revenue) {
        private static Sum of(Sale visit) {
            return new Sum(1, Books.amount(visit));
        }

        private Sum and(Sum more) {
            return new Sum(visits + more.visits, revenue.add(more.revenue));
        }
    }

    static Takings of(Sales sales, Books books, LocalDate from, LocalDate to) {
        Takings takings =
                new Takings(books.currency(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        sales.each(sale -> {
            LocalDate day = books.day(sale.at());
            if (sale.kind() == Sale.Kind.VISIT && books.count(sale) && !day.isBefore(from) && !day.isAfter(to)) {
                ZonedDateTime at = sale.at().atZone(books.zone());
                takings.services.merge(sale.service() == null ? "" : sale.service(), Sum.of(sale), Sum::and);
                takings.staff.merge(sale.staff() == null ? "" : sale.staff(), Sum.of(sale), Sum::and);
                takings.days.merge(at.getDayOfWeek(), Sum.of(sale), Sum::and);
                takings.hours.merge(at.getHour(), Sum.of(sale), Sum::and);
            }
        });
        return takings;
    }
}
