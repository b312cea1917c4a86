package io.crmkit.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars, drawn as SVG and told as a table.
 *
 * @param caption what it shows
 * @param says what there is to see in it, in a sentence
 */
record Plot(String caption, String says, List<Bar> bars) {
    private static final int HEIGHT = 48;

    /**
     * @param label below it; empty for none
     * @param name what it stands for, whole
     * @param value as it is written
     */
    record Bar(String label, String name, double amount, String value) {}

    /** A bar as it is drawn, in a box {@link #width} wide and 64 high. */
    record Drawn(Bar bar, double x, double y, double width, double height) {
        double middle() {
            return x + width / 2;
        }
    }

    int width() {
        return 240;
    }

    boolean empty() {
        return bars.stream().allMatch(bar -> bar.amount() <= 0);
    }

    List<Drawn> drawn() {
        double most = bars.stream().mapToDouble(Bar::amount).max().orElse(1);
        double step = (double) width() / Math.max(1, bars.size());
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double height = most <= 0 ? 0 : Math.max(bar.amount() > 0 ? 2 : 0, bar.amount() / most * HEIGHT);
            drawn.add(new Drawn(
                    bar, round(i * step + step * 0.12), round(HEIGHT - height), round(step * 0.76), round(height)));
        }
        return drawn;
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
