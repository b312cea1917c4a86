package io.crmkit.export.pdf;

import io.crmkit.analytics.Operations;
import io.crmkit.analytics.Spread;
import io.crmkit.export.pdf.Chart.Bar;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** How those who wrote were answered. */
final class DeskPdf {
    private final Words words;
    private final List<Operations> months;
    private final Paper paper;

    DeskPdf(Words words, List<Operations> months, Paper paper) {
        this.words = words;
        this.months = months;
        this.paper = paper;
    }

    void draw() throws IOException {
        paper.need(230);
        paper.down(14);
        paper.title(words.get("figures.desk"), 11.5f);
        Chart chart = new Chart(paper);
        chart.key(words.get("figures.conversations"), words.get("figures.unanswered"));
        chart.columns(bars(Operations::conversations), bars(Operations::unanswered));
        table();
        feedback(chart);
    }

    private List<Bar> bars(Function<Operations, Integer> figure) {
        return months.stream()
                .map(month -> new Bar(
                        words.month(YearMonth.from(month.from())), figure.apply(month), "" + figure.apply(month)))
                .toList();
    }

    private void table() throws IOException {
        float[] shares = new float[months.size() + 1];
        shares[0] = 0.28f;
        for (int i = 1; i < shares.length; i++) {
            shares[i] = 0.72f / months.size();
        }
        Grid grid = new Grid(paper, shares);
        grid.heading(row(words.get("figures.month"), month -> words.month(YearMonth.from(month.from()))));
        grid.row(row(words.get("figures.byBot"), month -> times(month.byBot())));
        grid.row(row(words.get("figures.byAgent"), month -> times(month.byAgent())));
        grid.row(row(words.get("figures.handover"), month -> times(month.handover())));
        grid.row(row(words.get("figures.botShare"), month -> share(month.botShare())));
        grid.row(row(words.get("figures.settled"), month -> share(month.settled())));
        grid.row(row(words.get("figures.resolution"), month -> times(month.resolution())));
        grid.row(row(
                words.get("figures.feedback"),
                month -> month.feedback()
                        .average()
                        .map(average -> average + " (" + month.feedback().scored() + ")")
                        .orElse("–")));
        grid.end();
        paper.lines(Paper.LEFT, paper.face().lines(words.get("figures.spread"), 8, Paper.WIDTH), 8, Ink.QUIET);
    }

    private List<String> row(String label, Function<Operations, String> cell) {
        List<String> row = new ArrayList<>(List.of(label));
        months.forEach(month -> row.add(cell.apply(month)));
        return row;
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : "–";
    }

    private static String times(Spread spread) {
        return spread.count() == 0
                ? "–"
                : time(spread.median().orElseThrow()) + "\n"
                        + time(spread.ninetieth().orElseThrow());
    }

    private static String time(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        return time.compareTo(Duration.ofHours(2)) < 0
                ? time.toMinutes() + " min"
                : String.format(Locale.ROOT, "%d h %02d", time.toHours(), time.toMinutesPart());
    }

    private void feedback(Chart chart) throws IOException {
        Map<BigDecimal, Integer> scores = new TreeMap<>();
        months.forEach(month -> month.feedback().scores().forEach((score, n) -> scores.merge(score, n, Integer::sum)));
        if (scores.isEmpty() || scores.size() > 12) {
            return;
        }
        paper.need(130);
        paper.down(14);
        paper.title(words.get("figures.scores"), 11.5f);
        chart.columns(scores.entrySet().stream()
                .map(each -> new Bar(each.getKey().toPlainString(), each.getValue(), "" + each.getValue()))
                .toList());
    }
}
