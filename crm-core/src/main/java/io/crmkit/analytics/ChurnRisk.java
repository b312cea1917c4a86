package io.crmkit.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much a customer looks like one who has left, as of a day. Each sign stands for itself.
 *
 * @param silentDays days since they last bought
 * @param atRisk whether that is as long as the rule says
 * @param overdue the silence in terms of their own median gap between purchases: 1 is when they usually come back. Empty
 *     below two gaps
 * @param score what customers are ranked by, the higher the likelier to have left; comparable within one ranking only
 * @since 0.1
 */
public record ChurnRisk(long silentDays, boolean atRisk, OptionalDouble overdue, double score) {
    private static final int GAPS = 2;

    static ChurnRisk of(Customer customer, LocalDate asOf, int atRiskAfter, double score) {
        List<LocalDate> days =
                List.copyOf(customer.days().headMap(asOf.plusDays(1)).keySet());
        long silent = ChronoUnit.DAYS.between(days.get(days.size() - 1), asOf);
        return new ChurnRisk(silent, silent >= atRiskAfter, overdue(days, silent), score);
    }

    private static OptionalDouble overdue(List<LocalDate> days, long silent) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        if (gaps.size() < GAPS) {
            return OptionalDouble.empty();
        }
        gaps.sort(null);
        int middle = gaps.size() / 2;
        double median = gaps.size() % 2 == 1 ? gaps.get(middle) : (gaps.get(middle - 1) + gaps.get(middle)) / 2.0;
        return OptionalDouble.of(silent / median);
    }
}
