package io.crmkit.analytics;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How many customers of one period were there again in the next. Two definitions are in use and are named apart.
 *
 * @param from the first day of the period
 * @param to the last day of the period
 * @param before who bought in the period before
 * @param active who bought in this one
 * @param fresh who bought for the first time in this one
 * @param retained who bought in both
 * @since 0.1
 */
public record Retention(LocalDate from, LocalDate to, int before, int active, int fresh, int retained) {
    /** Who bought again after a period without. */
    public int reactivated() {
        return active - fresh - retained;
    }

    /** Customers at the end less new ones, of those at the start: above 1 where many came back. Empty without a start. */
    public OptionalDouble classic() {
        return share(active - fresh);
    }

    /** Of those of the period before, who bought in this one: 0 to 1. Empty without a start. */
    public OptionalDouble ofPrevious() {
        return share(retained);
    }

    private OptionalDouble share(int part) {
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / before);
    }

    /**
     * Periods of one length that follow each other.
     *
     * @param start the first day of the first period; the one before it counts as its start
     * @param periods how many, at least 1
     */
    public static List<Retention> of(Stream<Customer> customers, LocalDate start, Period length, int periods) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = -1; i <= periods; i++) {
            days.add(start.plus(length.multipliedBy(i)));
        }
        int[] active = new int[periods + 1];
        int[] fresh = new int[periods + 1];
        int[] retained = new int[periods + 1];
        customers.forEach(customer -> {
            boolean before = false;
            for (int i = 0; i <= periods; i++) {
                boolean bought =
                        !customer.days().subMap(days.get(i), days.get(i + 1)).isEmpty();
                active[i] += bought ? 1 : 0;
                fresh[i] += bought && !customer.days().firstKey().isBefore(days.get(i)) ? 1 : 0;
                retained[i] += bought && before ? 1 : 0;
                before = bought;
            }
        });
        List<Retention> all = new ArrayList<>();
        for (int i = 1; i <= periods; i++) {
            LocalDate end = days.get(i + 1).minusDays(1);
            all.add(new Retention(days.get(i), end, active[i - 1], active[i], fresh[i], retained[i]));
        }
        return all;
    }
}
