package io.crmkit.benchmarks.reads;

import java.io.PrintStream;
import java.util.Arrays;

/** How long the answers to one question took. */
record Answers(String name, double found, long[] sealed, long[] plain) {
    private static final double MOST_MILLIS = 50;
    private static final double MOST_TIMES = 2;

    static void title(PrintStream out) {
        out.printf(
                "%n%-44s %7s %9s %9s %9s %9s %7s%n",
                "milliseconds of a question", "found", "p50", "p95", "plain p50", "plain p95", "times");
    }

    void print(PrintStream out) {
        double times = p95() / quantile(plain, 0.95);
        out.printf(
                "%-44s %7.1f %9.2f %9.2f %9.2f %9.2f %7.2f %s%s%n",
                name,
                found,
                quantile(sealed, 0.5),
                p95(),
                quantile(plain, 0.5),
                quantile(plain, 0.95),
                times,
                p95() <= MOST_MILLIS ? "ok" : "missed: slow",
                times <= MOST_TIMES ? "" : ", missed: slower than plain");
    }

    double p95() {
        return quantile(sealed, 0.95);
    }

    /** In milliseconds. */
    static double quantile(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
