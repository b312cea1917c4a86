package io.crmkit.analytics;

/**
 * What a customer is expected to bring in the months to come: for each month the purchases expected in it times what one
 * is expected to bring, discounted to now. What they brought so far is not part of it. Immutable.
 *
 * <p>Source: Fader, Hardie and Lee, "RFM and CLV", Journal of Marketing Research 42 (2005).
 *
 * @param months how far it looks: 1 to 120
 * @param discount by how much less a month later is worth, as 0.01 for a hundredth: not negative
 * @param margin what is left of what is spent, as 0.3: 0 to 1
 * @since 0.1
 */
public record LifetimeValue(BuyingModel buying, SpendModel spending, int months, double discount, double margin) {
    /** 52.14 weeks a year, by twelve. */
    static final double WEEKS_A_MONTH = 4.345;

    public LifetimeValue {
        if (months < 1 || months > 120 || !(discount >= 0) || !(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("months must be 1 to 120, discount not negative, margin 0 to 1");
        }
    }

    /** A year ahead, a hundredth a month, everything left. */
    public static LifetimeValue ofYear(BuyingModel buying, SpendModel spending) {
        return new LifetimeValue(buying, spending, 12, 0.01, 1);
    }

    public double of(PurchaseSummary customer) {
        double value = 0;
        double before = 0;
        for (int month = 1; month <= months; month++) {
            double until = buying.expected(customer, month * WEEKS_A_MONTH);
            value += (until - before) / Math.pow(1 + discount, month);
            before = until;
        }
        return value * spending.expected(customer) * margin;
    }
}
