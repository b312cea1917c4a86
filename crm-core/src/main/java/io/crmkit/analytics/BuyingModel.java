package io.crmkit.analytics;

import static io.crmkit.analytics.SpecialFunctions.hypergeometric;
import static io.crmkit.analytics.SpecialFunctions.logOfSum;

/**
 * How often customers buy and when they stop: purchases come at a rate that differs between customers by a gamma
 * distribution ({@code r, alpha}), and with a probability that differs by a beta distribution ({@code a, b}) one is the
 * last. Times are in weeks. Immutable.
 *
 * <p>Sources: BG/NBD: Fader, Hardie and Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005).
 * MBG/NBD: Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24 (2007).
 *
 * @since 0.1
 */
public record BuyingModel(Kind kind, double r, double alpha, double a, double b) {
    /** When a customer may stop. */
    public enum Kind {
        /** After a repeated purchase: whoever bought once is a customer for ever, so never ask it who has left. */
        BG_NBD,
        /** After any purchase, the first one too. */
        MBG_NBD
    }

    public BuyingModel {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException("The parameters must be positive");
        }
    }

    /** The logarithm of how likely it is to buy as this customer did. */
    public double logLikelihood(PurchaseSummary customer) {
        int x = customer.repeats();
        int chances = chances(x);
        // Quotients of gamma and of beta functions as products: their logarithms' difference is lost in rounding where
        // parameters are large, and a fit that finds no dropout makes them so.
        double stays = -r * Math.log1p(customer.age() / alpha);
        for (int i = 0; i < x; i++) {
            stays += Math.log((r + i) / (alpha + customer.age()));
        }
        for (int i = 0; i < chances; i++) {
            stays -= Math.log1p(a / (b + i));
        }
        return chances == 0 ? stays : stays + logOfSum(0, logLeft(customer, chances));
    }

    /** How likely it is that the customer has not stopped: 0 to 1. */
    public double alive(PurchaseSummary customer) {
        return 1 / odds(customer);
    }

    /** On how many days the customer is expected to buy in the weeks to come. */
    public double expected(PurchaseSummary customer, double weeks) {
        int x = customer.repeats();
        int chances = chances(x);
        double span = alpha + customer.age();
        double one = Math.abs(a - 1) < 1e-9 ? 1 + 1e-9 : a;
        double z = weeks / (span + weeks);
        double none = Math.exp((r + x) * Math.log(span / (span + weeks)))
                * hypergeometric(r + x, b + chances, one + b + chances - 1, z);
        return (one + b + chances - 1) / (one - 1) * (1 - none) / odds(customer);
    }

    /** On how many days somebody who buys now for the first time is expected to buy in the weeks to come. */
    public double expected(double weeks) {
        return expected(new PurchaseSummary(0, 0, 0, 0), weeks);
    }

    private int chances(int repeats) {
        return kind == Kind.MBG_NBD ? repeats + 1 : repeats;
    }

    private double odds(PurchaseSummary customer) {
        int chances = chances(customer.repeats());
        return chances == 0 ? 1 : 1 + Math.exp(logLeft(customer, chances));
    }

    /** How much likelier it is to have stopped than to have stayed, as a logarithm. */
    private double logLeft(PurchaseSummary customer, int chances) {
        double silence = Math.log((alpha + customer.age()) / (alpha + customer.recency()));
        return Math.log(a / (b + chances - 1)) + (r + customer.repeats()) * silence;
    }
}
