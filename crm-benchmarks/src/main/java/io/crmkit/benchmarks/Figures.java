package io.crmkit.benchmarks;

import io.crmkit.benchmarks.Cell.Round;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the rounds of one cell say together. */
record Figures(Cell cell, List<Round> rounds) {
    double best() {
        return rounds.stream().mapToDouble(Round::perSecond).max().orElseThrow();
    }

    double median() {
        return median(rounds.stream().mapToDouble(Round::perSecond).toArray());
    }

    /** The time of a call, in milliseconds, that this share of all calls did not exceed. */
    double quantile(double share) {
        long[] nanos = rounds.stream()
                .flatMapToLong(round -> Arrays.stream(round.nanos()))
                .sorted()
                .toArray();
        return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
    }

    /** The median of the ratios of the rounds: noise of one round is in both. */
    double ratio(Figures other) {
        return median(IntStream.range(0, rounds.size())
                .mapToDouble(round ->
                        rounds.get(round).perSecond() / other.rounds.get(round).perSecond())
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
