package io.crmkit.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What models of buying know of a customer: recency, frequency and money. Purchases are counted by day: whoever buys
 * twice on one day has bought once.
 *
 * @param repeats on how many days they bought after the first
 * @param recency weeks from the first purchase to the last
 * @param age weeks from the first purchase to the day the summary is of; not below {@code recency}
 * @param spend what they spent on a day on average, the first one left out; 0 without repeats
 * @since 0.1
 */
public record PurchaseSummary(int repeats, double recency, double age, double spend) {
    private static final double WEEK = 7;

    public PurchaseSummary {
        if (repeats < 0 || recency < 0 || age < recency) {
            throw new IllegalArgumentException("repeats and recency must not be negative, nor age below recency");
        }
    }

    /**
     * Of what was bought on each day, as of the end of a day; empty if nothing was by then.
     *
     * @param days what a day's purchases come to
     */
    public static Optional<PurchaseSummary> of(Map<LocalDate, BigDecimal> days, LocalDate asOf) {
        SortedMap<LocalDate, BigDecimal> until = new TreeMap<>(days).headMap(asOf.plusDays(1));
        if (until.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = until.firstKey();
        int repeats = until.size() - 1;
        double spent = until.entrySet().stream()
                .skip(1)
                .mapToDouble(day -> day.getValue().doubleValue())
                .sum();
        return Optional.of(new PurchaseSummary(
                repeats, weeks(first, until.lastKey()), weeks(first, asOf), repeats == 0 ? 0 : spent / repeats));
    }

    /** Weeks since the last purchase. */
    public double silence() {
        return age - recency;
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / WEEK;
    }
}
