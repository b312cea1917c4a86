package io.crmkit.analytics;

/** Functions that models of buying are written in. */
final class SpecialFunctions {
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double CLOSE = 1e-14;
    private static final int TERMS = 100_000;

    private SpecialFunctions() {}

    /** The logarithm of the gamma function of a positive number, by Lanczos's approximation with g = 7, n = 9. */
    static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** Gauss's hypergeometric function 2F1 by its series, for z from 0 to below 1. */
    static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) < CLOSE * Math.abs(sum)) {
                return sum;
            }
        }
        return sum;
    }

    /** The logarithm of the sum of two numbers given by their logarithms. */
    static double logOfSum(double one, double other) {
        double more = Math.max(one, other);
        return more + Math.log1p(Math.exp(Math.min(one, other) - more));
    }
}
