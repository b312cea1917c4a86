package io.crmkit.export.pdf;

import java.awt.Color;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two small plots side by side: how much was said by whom, and in what mood. Each figure is written beside its mark. */
final class Plots {
    private static final float HEIGHT = 74;
    private static final float HALF = Paper.WIDTH / 2 - 10;
    private static final float SIZE = 6.5f;

    private final Paper paper;
    private final Words words;
    private final History history;

    Plots(Paper paper, Words words, History history) {
        this.paper = paper;
        this.words = words;
        this.history = history;
    }

    void draw() throws IOException {
        if (!history.said()) {
            return;
        }
        paper.need(HEIGHT + 60);
        paper.down(24);
        float top = paper.y();
        activity(Paper.LEFT, top);
        if (history.moody()) {
            mood(Paper.LEFT + HALF + 20, top);
        }
        paper.down(HEIGHT + 16);
    }

    private void activity(float x, float top) throws IOException {
        List<YearMonth> months = history.months();
        int most = 1;
        for (YearMonth month : months) {
            most = Math.max(most, Math.max(history.fromCustomer(month), history.fromBusiness(month)));
        }
        String title = paper.face().drawable(words.get("activity"));
        paper.text(x, top, 8, Ink.QUIET, title);
        float key = x + paper.face().width(title, 8) + 12;
        key = key(key, top, Ink.SHADE, words.get("customer"));
        key(key + 8, top, Ink.EDGE, words.get("business"));
        float base = top - HEIGHT;
        float step = HALF / months.size();
        float bar = step * 0.36f;
        paper.rule(x, base, HALF);
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            bar(x + i * step + 1, base, bar, history.fromCustomer(month), most, Ink.SHADE);
            bar(x + i * step + 2 + bar, base, bar, history.fromBusiness(month), most, Ink.EDGE);
            month(x + i * step, base, step, month);
        }
    }

    private float key(float x, float at, Color fill, String word) throws IOException {
        paper.box(x, at - 0.5f, 6, 6, fill, Ink.QUIET);
        String drawn = paper.face().drawable(word);
        paper.text(x + 9, at, 7, Ink.QUIET, drawn);
        return x + 9 + paper.face().width(drawn, 7);
    }

    private void bar(float x, float base, float width, int value, int most, Color fill) throws IOException {
        if (value > 0) {
            float height = (HEIGHT - 24) * value / most;
            paper.box(x, base, width, height, fill, Ink.QUIET);
            figure(x + width / 2, base + height + 2, Integer.toString(value));
        }
    }

    private void mood(float x, float top) throws IOException {
        List<YearMonth> months = history.months();
        paper.text(x, top, 8, Ink.QUIET, paper.face().drawable(words.get("mood")));
        float base = top - HEIGHT;
        float middle = base + (HEIGHT - 24) / 2;
        float step = HALF / months.size();
        paper.rule(x, middle, HALF);
        paper.rule(x, base, HALF);
        Float before = null;
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            month(x + i * step, base, step, month);
            before = history.hasMood(month)
                    ? (Float) point(x + (i + 0.5f) * step, middle, history.mood(month), before, step)
                    : null;
        }
        figure(x - 6, middle - 2, "0");
    }

    private float point(float x, float middle, float mood, @Nullable Float before, float step) throws IOException {
        float at = middle + mood * (HEIGHT - 30) / 2;
        if (before != null) {
            paper.line(x - step, before, x, at);
        }
        paper.box(x - 2, at - 2, 4, 4, Ink.ACCENT, null);
        figure(x, at + 4, (mood > 0 ? "+" : "") + Math.round(mood * 100));
        return at;
    }

    private void figure(float centre, float at, String figure) throws IOException {
        String drawn = paper.face().drawable(figure);
        paper.text(centre - paper.face().width(drawn, SIZE) / 2, at, SIZE, Ink.TEXT, drawn);
    }

    private void month(float x, float base, float step, YearMonth month) throws IOException {
        String name = paper.face().cut(words.month(month), SIZE, step);
        paper.text(x + (step - paper.face().width(name, SIZE)) / 2, base - 9, SIZE, Ink.QUIET, name);
    }
}
