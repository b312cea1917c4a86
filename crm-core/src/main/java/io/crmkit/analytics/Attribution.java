package io.crmkit.analytics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * To what touches a sale is owed, and how much of it to each. Touches before the lookback and after the sale do not
 * count; without any the sale is owed to nobody.
 *
 * @param lookback how long before the sale a touch counts
 * @param halfLife by {@link Model#TIME_DECAY}, a touch so much older weighs half
 * @since 0.1
 */
public record Attribution(Model model, Duration lookback, Duration halfLife) {
    /** How a sale is shared between touches. */
    public enum Model {
        /** All to the first. */
        FIRST_TOUCH,
        /** All to the last. */
        LAST_TOUCH,
        /** The same to each. */
        LINEAR,
        /** 40 of a hundred to the first and to the last, the rest to those between; of two, half to each. */
        POSITION_BASED,
        /** The more, the later: by halves, {@code 2^(-age / half-life)}. */
        TIME_DECAY
    }

    /** Something with a source that happened to a contact, as an advertisement that was clicked. */
    public record Touch(String source, Instant at) {}

    /** The last 90 days, by half in 7. */
    public static Attribution by(Model model) {
        return new Attribution(model, Duration.ofDays(90), Duration.ofDays(7));
    }

    /**
     * Shares an amount in its smallest unit between sources, exactly: what is left by rounding down goes to the largest
     * remainders, of equal ones to the earliest touch.
     *
     * @return by source, in the order of their first touch; empty if no touch counts
     */
    public Map<String, Long> share(long amount, Instant sale, List<Touch> touches) {
        List<Touch> counted = touches.stream()
                .filter(touch -> !touch.at().isAfter(sale) && !touch.at().isBefore(sale.minus(lookback)))
                .sorted(Comparator.comparing(Touch::at))
                .toList();
        Map<String, Long> shares = new LinkedHashMap<>();
        if (counted.isEmpty()) {
            return shares;
        }
        long[] parts = parts(amount, weights(sale, counted));
        for (int i = 0; i < parts.length; i++) {
            shares.merge(counted.get(i).source(), parts[i], Long::sum);
        }
        return shares;
    }

    private double[] weights(Instant sale, List<Touch> touches) {
        int n = touches.size();
        double[] weights = new double[n];
        switch (model) {
            case FIRST_TOUCH -> weights[0] = 1;
            case LAST_TOUCH -> weights[n - 1] = 1;
            case LINEAR -> Arrays.fill(weights, 1);
            case POSITION_BASED -> {
                Arrays.fill(weights, n > 2 ? 20.0 / (n - 2) : 0);
                weights[0] = n > 2 ? 40 : 50;
                weights[n - 1] = n > 2 ? 40 : 50;
            }
            case TIME_DECAY -> {
                for (int i = 0; i < n; i++) {
                    Duration age = Duration.between(touches.get(i).at(), sale);
                    weights[i] = Math.pow(2, -(double) age.toMillis() / halfLife.toMillis());
                }
            }
        }
        return weights;
    }

    private static long[] parts(long amount, double[] weights) {
        BigDecimal all = Arrays.stream(weights).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        long[] parts = new long[weights.length];
        BigDecimal[] left = new BigDecimal[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            BigDecimal exact = BigDecimal.valueOf(amount)
                    .multiply(new BigDecimal(weights[i]))
                    .divide(all, 9, RoundingMode.HALF_EVEN);
            BigInteger whole = exact.setScale(0, RoundingMode.FLOOR).toBigInteger();
            parts[i] = whole.longValueExact();
            left[i] = exact.subtract(new BigDecimal(whole));
            given += parts[i];
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> left[i]).reversed());
        for (int i = 0; given < amount; i++, given++) {
            parts[order.get(i)]++;
        }
        return parts;
    }
}
