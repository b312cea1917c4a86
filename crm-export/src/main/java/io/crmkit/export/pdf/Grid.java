package io.crmkit.export.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table whose heading is repeated on each page. */
final class Grid {
    private static final float SIZE = 8.5f;
    private static final float GAP = 7;
    /** What is longer goes on in no cell: it would not fit on a page. */
    private static final int MOST_LINES = 40;

    private final Paper paper;
    private final float[] widths;

    /** @param shares of the width, which add up to 1 */
    Grid(Paper paper, float... shares) {
        this.paper = paper;
        this.widths = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            widths[i] = shares[i] * Paper.WIDTH;
        }
    }

    void heading(List<String> words) throws IOException {
        paper.need(SIZE * 5);
        paper.repeat(() -> {
            paper.down(SIZE * 1.3f);
            float x = Paper.LEFT;
            for (int i = 0; i < words.size(); i++) {
                String word = paper.face().cut(words.get(i), SIZE - 1, widths[i] - GAP);
                paper.text(x, paper.y(), SIZE - 1, Ink.QUIET, word);
                x += widths[i];
            }
            paper.down(5);
            paper.rule(Paper.LEFT, paper.y(), Paper.WIDTH);
        });
    }

    void row(List<String> cells) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            List<String> cell = paper.face().lines(cells.get(i), SIZE, widths[i] - GAP);
            lines.add(cell);
            most = Math.max(most, cell.size());
        }
        for (int from = 0; from < most; from += MOST_LINES) {
            part(lines, from, Math.min(most, from + MOST_LINES));
        }
    }

    private void part(List<List<String>> lines, int from, int to) throws IOException {
        float leading = SIZE * 1.3f;
        float height = (to - from) * leading + 6;
        paper.need(height);
        paper.down(3);
        float x = Paper.LEFT;
        for (int i = 0; i < lines.size(); i++) {
            List<String> cell = lines.get(i);
            for (int line = from; line < Math.min(to, cell.size()); line++) {
                paper.text(x, paper.y() - (line - from + 0.95f) * leading, SIZE, Ink.TEXT, cell.get(line));
            }
            x += widths[i];
        }
        paper.down(height - 3);
        paper.rule(Paper.LEFT, paper.y(), Paper.WIDTH);
    }

    void end() throws IOException {
        paper.repeat(null);
        paper.down(12);
    }
}
