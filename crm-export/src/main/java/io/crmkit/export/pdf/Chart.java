package io.crmkit.export.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Bars with the figure they stand for written beside each, so that none is told by length or colour alone. */
final class Chart {
    private static final float SIZE = 7.5f;
    private static final float LABEL = 150;
    private static final float FIGURE = 110;
    private static final float ROW = 14;
    private static final float COLUMNS = 78;

    private final Paper paper;

    Chart(Paper paper) {
        this.paper = paper;
    }

    /**
     * One bar.
     *
     * @param of how long it is, beside the others; 0 or more
     * @param figure what is written beside it
     */
    record Bar(String label, double of, String figure) {}

    /** One below the other. */
    void bars(List<Bar> bars) throws IOException {
        double most = bars.stream().mapToDouble(Bar::of).max().orElse(0);
        for (Bar bar : bars) {
            paper.need(ROW);
            paper.down(ROW);
            float base = paper.y() + 3;
            paper.text(Paper.LEFT, base + 1, SIZE, Ink.TEXT, paper.face().cut(bar.label, SIZE, LABEL - 8));
            float width = most == 0 ? 0 : (float) ((Paper.WIDTH - LABEL - FIGURE) * bar.of / most);
            if (width > 0) {
                paper.box(Paper.LEFT + LABEL, base - 1.5f, width, 8, Ink.EDGE, null);
            }
            String figure = paper.face().cut(bar.figure, SIZE, FIGURE - 6);
            paper.text(Paper.LEFT + LABEL + width + 5, base + 1, SIZE, Ink.TEXT, figure);
        }
        paper.down(6);
    }

    /** Side by side. */
    void columns(List<Bar> bars) throws IOException {
        columns(bars, List.of());
    }

    /** Side by side, and beside each, in a lighter colour, another of the same. */
    void columns(List<Bar> bars, List<Bar> others) throws IOException {
        paper.need(COLUMNS + 30);
        double most = Math.max(
                bars.stream().mapToDouble(Bar::of).max().orElse(0),
                others.stream().mapToDouble(Bar::of).max().orElse(0));
        float base = paper.y() - COLUMNS - 10;
        float step = Paper.WIDTH / Math.max(1, bars.size());
        float width = Math.min(26, step * (others.isEmpty() ? 0.6f : 0.36f));
        paper.rule(Paper.LEFT, base, Paper.WIDTH);
        for (int i = 0; i < bars.size(); i++) {
            float middle = Paper.LEFT + (i + 0.5f) * step;
            column(bars.get(i), others.isEmpty() ? middle : middle - width / 2 - 1, base, width, most, Ink.EDGE);
            if (!others.isEmpty()) {
                column(others.get(i), middle + width / 2 + 1, base, width, most, Ink.SHADE);
            }
            centred(bars.get(i).label, middle, base - 10, step, Ink.QUIET);
        }
        paper.down(COLUMNS + 26);
    }

    private void column(Bar bar, float middle, float base, float width, double most, Color fill) throws IOException {
        float height = most == 0 ? 0 : (float) ((COLUMNS - 12) * bar.of / most);
        if (height > 0) {
            paper.box(middle - width / 2, base, width, height, fill, Ink.QUIET);
        }
        centred(bar.figure, middle, base + height + 2.5f, width * 2, Ink.TEXT);
    }

    private void centred(String text, float middle, float at, float most, Color colour) throws IOException {
        String drawn = paper.face().cut(text, SIZE - 1, most);
        paper.text(middle - paper.face().width(drawn, SIZE - 1) / 2, at, SIZE - 1, colour, drawn);
    }

    /** What the two kinds of columns are. */
    void key(String one, String other) throws IOException {
        paper.need(14);
        paper.down(10);
        float x = mark(Paper.LEFT, Ink.EDGE, one);
        mark(x + 14, Ink.SHADE, other);
    }

    private float mark(float x, Color fill, String word) throws IOException {
        paper.box(x, paper.y() - 0.5f, 6, 6, fill, Ink.QUIET);
        String drawn = paper.face().drawable(word);
        paper.text(x + 9, paper.y(), SIZE, Ink.QUIET, drawn);
        return x + 9 + paper.face().width(drawn, SIZE);
    }

    /** Figures to be seen first, side by side, each above what it is. */
    void headlines(List<Bar> figures) throws IOException {
        paper.need(44);
        float step = Paper.WIDTH / figures.size();
        for (int i = 0; i < figures.size(); i++) {
            float x = Paper.LEFT + i * step;
            paper.text(x, paper.y() - 20, 15, Ink.TEXT, paper.face().cut(figures.get(i).figure, 15, step - 8));
            paper.text(x, paper.y() - 32, SIZE, Ink.QUIET, paper.face().cut(figures.get(i).label, SIZE, step - 8));
        }
        paper.down(42);
    }
}
