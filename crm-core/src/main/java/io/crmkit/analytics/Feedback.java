package io.crmkit.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How customers said it was.
 *
 * @param count how often one did, in words only included
 * @param scores how often which score was given, the lowest first, on whatever scale the host asks
 * @since 0.1
 */
public record Feedback(int count, SortedMap<BigDecimal, Integer> scores) {
    static final Feedback NONE = new Feedback(0, new TreeMap<>());

    public Feedback {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    /** How many gave a score. */
    public int scored() {
        return scores.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of those who gave a score, to two places; empty if nobody did. */
    public Optional<BigDecimal> average() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, Integer> each : scores.entrySet()) {
            sum = sum.add(each.getKey().multiply(BigDecimal.valueOf(each.getValue())));
        }
        return scored() == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(scored()), 2, RoundingMode.HALF_EVEN));
    }
}
