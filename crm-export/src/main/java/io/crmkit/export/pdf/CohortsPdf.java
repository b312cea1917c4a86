package io.crmkit.export.pdf;

import io.crmkit.analytics.Cohorts;
import java.awt.Color;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of those who first came in a month, how many came in the months after it: the last 12 of both. */
final class CohortsPdf {
    private static final int MOST = 12;
    private static final float ROW = 14;
    private static final float LABEL = 62;
    private static final float SIZE = 7;

    private final Words words;
    private final Paper paper;
    private final Map<YearMonth, List<Cohorts.Cell>> rows = new TreeMap<>();

    CohortsPdf(Words words, Cohorts cohorts, Paper paper) {
        this.words = words;
        this.paper = paper;
        for (Cohorts.Cell cell : cohorts.cells()) {
            if (cell.offset() < MOST) {
                rows.computeIfAbsent(cell.cohort(), month -> new ArrayList<>()).add(cell);
            }
        }
    }

    void draw() throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        List<YearMonth> months = new ArrayList<>(rows.keySet());
        paper.need(Math.min(MOST, months.size()) * ROW + 70);
        paper.down(14);
        paper.title(words.get("figures.cohorts"), 11.5f);
        float step = (Paper.WIDTH - LABEL - 34) / MOST;
        for (YearMonth month : months.subList(Math.max(0, months.size() - MOST), months.size())) {
            paper.down(ROW);
            String name = words.month(month) + " " + month.getYear();
            paper.text(Paper.LEFT, paper.y() + 4, SIZE, Ink.TEXT, paper.face().cut(name, SIZE, LABEL - 4));
            List<Cohorts.Cell> cells = rows.getOrDefault(month, List.of());
            String size = Integer.toString(cells.get(0).size());
            paper.text(Paper.LEFT + LABEL, paper.y() + 4, SIZE, Ink.QUIET, size);
            for (Cohorts.Cell cell : cells) {
                cell(cell, Paper.LEFT + LABEL + 34 + cell.offset() * step, step);
            }
        }
        paper.down(8);
    }

    private void cell(Cohorts.Cell cell, float x, float step) throws IOException {
        double share = cell.retention();
        paper.box(x, paper.y(), step - 1.5f, ROW - 1.5f, shade(share), null);
        String figure = Math.round(100 * share) + " %";
        paper.text(x + (step - 1.5f - paper.face().width(figure, SIZE)) / 2, paper.y() + 4, SIZE, Ink.TEXT, figure);
    }

    /** From nearly white to a green on which the text still stands out. */
    private static Color shade(double share) {
        float part = (float) Math.min(1, share);
        return new Color(
                mix(Ink.SHADE.getRed(), Ink.EDGE.getRed(), part),
                mix(Ink.SHADE.getGreen(), Ink.EDGE.getGreen(), part),
                mix(Ink.SHADE.getBlue(), Ink.EDGE.getBlue(), part));
    }

    private static int mix(int from, int to, float part) {
        return Math.round(from + (to - from) * part);
    }
}
