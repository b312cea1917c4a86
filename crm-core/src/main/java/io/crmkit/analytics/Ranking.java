package io.crmkit.analytics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well a score tells two kinds of customers apart. */
final class Ranking {
    private Ranking() {}

    /**
     * How likely it is that one of whom it came true has a higher score than one of whom it did not; equal scores count
     * half. 0.5 is no better than chance. Source: the rank sum of Mann and Whitney, Annals of Mathematical Statistics 18
     * (1947), by which the area under the ROC curve is found.
     *
     * @return not a number if it came true of nobody or of all
     */
    static double auc(double[] scores, boolean[] cameTrue) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double ranks = 0;
        long trues = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int of = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                of += cameTrue[order[to]] ? 1 : 0;
                to++;
            }
            ranks += of * (from + 1 + to) / 2.0;
            trues += of;
            from = to;
        }
        long others = scores.length - trues;
        return (ranks - trues * (trues + 1) / 2.0) / ((double) trues * others);
    }
}
