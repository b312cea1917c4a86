package io.crmkit.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Customers by the calendar month in which they first bought, and what became of them month by month.
 *
 * @param cells by cohort, then by month after it; months without a purchase are there, up to the last one asked for
 * @since 0.1
 */
public record Cohorts(List<Cell> cells) {
    public Cohorts {
        cells = List.copyOf(cells);
    }

    /**
     * One cohort in one month.
     *
     * @param offset calendar months after the first one, 0 for that itself
     * @param size how many customers the cohort has
     * @param active how many of them bought in the month
     * @param days on how many days they did, all together
     * @param revenue what they spent in the month
     * @param cumulative what they spent until the month's end
     */
    public record Cell(
            YearMonth cohort, int offset, int size, int active, int days, BigDecimal revenue, BigDecimal cumulative) {
        /** The share of the cohort that bought in the month: 0 to 1. */
        public double retention() {
            return (double) active / size;
        }
    }

    /** @param last the last month that is looked at */
    public static Cohorts of(Stream<Customer> customers, YearMonth last) {
        Map<YearMonth, Cohort> cohorts = new TreeMap<>();
        customers.forEach(customer -> {
            YearMonth first = YearMonth.from(customer.days().firstKey());
            if (!first.isAfter(last)) {
                cohorts.computeIfAbsent(first, Cohort::new).add(customer, last);
            }
        });
        return new Cohorts(
                cohorts.values().stream().flatMap(cohort -> cohort.cells(last)).toList());
    }

    private static final class Cohort {
        private final YearMonth first;
        private final Map<Integer, Month> months = new HashMap<>();
        private int size;

        Cohort(YearMonth first) {
            this.first = first;
        }

        void add(Customer customer, YearMonth last) {
            size++;
            int before = -1;
            for (Map.Entry<LocalDate, BigDecimal> day :
                    customer.days().headMap(last.plusMonths(1).atDay(1)).entrySet()) {
                int offset = (int) first.until(YearMonth.from(day.getKey()), ChronoUnit.MONTHS);
                Month month = months.computeIfAbsent(offset, at -> new Month());
                month.active += offset == before ? 0 : 1;
                month.days++;
                month.revenue = month.revenue.add(day.getValue());
                before = offset;
            }
        }

        Stream<Cell> cells(YearMonth last) {
            List<Cell> cells = new ArrayList<>();
            BigDecimal cumulative = BigDecimal.ZERO;
            for (int offset = 0; !first.plusMonths(offset).isAfter(last); offset++) {
                Month month = months.getOrDefault(offset, new Month());
                cumulative = cumulative.add(month.revenue);
                cells.add(new Cell(first, offset, size, month.active, month.days, month.revenue, cumulative));
            }
            return cells.stream();
        }
    }

    private static final class Month {
        private int active;
        private int days;
        private BigDecimal revenue = BigDecimal.ZERO;
    }
}
