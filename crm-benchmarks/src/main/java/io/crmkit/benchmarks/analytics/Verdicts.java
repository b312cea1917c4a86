package io.crmkit.benchmarks.analytics;

import java.io.PrintStream;

/** Prints figures beside what they should be, and remembers whether all were. */
final class Verdicts {
    private final PrintStream out;
    private boolean allHold = true;

    Verdicts(PrintStream out) {
        this.out = out;
        out.printf("%-58s %14s %14s %10s%n", "", "is", "should be", "within");
    }

    void near(String what, double is, double expected, double within) {
        row(what, is, expected, within, Math.abs(is - expected) <= within);
    }

    void least(String what, double is, double least) {
        row(what, is, least, Double.POSITIVE_INFINITY, is >= least);
    }

    void exact(String what, long is, long expected) {
        row(what, is, expected, 0, is == expected);
    }

    private void row(String what, double is, double expected, double within, boolean holds) {
        allHold &= holds;
        String tolerance = Double.isInfinite(within) ? "at least" : String.format("%.4f", within);
        out.printf("%-58s %14.4f %14.4f %10s  %s%n", what, is, expected, tolerance, holds ? "holds" : "MISSED");
    }

    boolean allHold() {
        return allHold;
    }
}
