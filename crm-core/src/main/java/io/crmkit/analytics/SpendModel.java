package io.crmkit.analytics;

/**
 * What customers spend on a day: it differs within a customer and between customers by gamma distributions. Immutable.
 *
 * <p>Source: Fader, Hardie and Lee, "RFM and CLV", Journal of Marketing Research 42 (2005), and Hardie's note 025, "The
 * Gamma-Gamma Model of Monetary Value" (2013).
 *
 * @since 0.1
 */
public record SpendModel(double p, double q, double v) {
    public SpendModel {
        if (!(p > 0 && q > 0 && v > 0)) {
            throw new IllegalArgumentException("The parameters must be positive");
        }
    }

    /** The logarithm of how likely it is to spend as this customer did, who bought again and spent something. */
    public double logLikelihood(PurchaseSummary customer) {
        double px = p * customer.repeats();
        return SpecialFunctions.logGamma(px + q)
                - SpecialFunctions.logGamma(px)
                - SpecialFunctions.logGamma(q)
                + q * Math.log(v)
                + (px - 1) * Math.log(customer.spend())
                + px * Math.log(customer.repeats())
                - (px + q) * Math.log(customer.repeats() * customer.spend() + v);
    }

    /**
     * What the customer is expected to spend on a day: between what they did and what all do. With {@code q} at 1 or
     * below the average of all is not finite; then it is what they did.
     */
    public double expected(PurchaseSummary customer) {
        double px = p * customer.repeats();
        double weight = px + q - 1;
        return weight <= 0 || q <= 1 ? customer.spend() : p * (v + customer.repeats() * customer.spend()) / weight;
    }
}
