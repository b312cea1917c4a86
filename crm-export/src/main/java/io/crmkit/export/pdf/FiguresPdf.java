package io.crmkit.export.pdf;

import io.crmkit.analytics.Analytics;
import io.crmkit.analytics.Churn;
import io.crmkit.analytics.Forecast;
import io.crmkit.analytics.Retention;
import io.crmkit.analytics.Takings;
import io.crmkit.analytics.Worth;
import io.crmkit.contact.ContactId;
import io.crmkit.export.pdf.Chart.Bar;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The owner's figures as a PDF with plots: what customers are worth, who came back, who may have left, what brought them,
 * what was done, how those who wrote were answered. Every figure is written beside its plot.
 *
 * @since 0.1
 */
public final class FiguresPdf {
    private static final int BARS = 10;

    private final Locale language;
    private final Words words;
    private final Figures figures;
    private final Function<ContactId, String> names;
    private final Paper paper;
    private final Chart chart;

    private FiguresPdf(Locale language, Words words, Figures figures, Function<ContactId, String> names, Paper paper) {
        this.language = language;
        this.words = words;
        this.figures = figures;
        this.names = names;
        this.paper = paper;
        this.chart = new Chart(paper);
    }

    /**
     * Writes them; the stream is flushed and stays open.
     *
     * @param names what contacts are called
     * @param now of when they are
     * @return how many pages it has
     */
    public static int write(
            Analytics analytics,
            Function<ContactId, String> names,
            String title,
            Locale language,
            ZoneId zone,
            Instant now,
            OutputStream out)
            throws IOException {
        Words words = new Words(language, zone);
        LocalDate today = words.dayOf(now);
        Figures figures = Figures.of(analytics, today);
        try (Booklet booklet = new Booklet(words, title, now)) {
            Paper paper = booklet.paper();
            paper.subject("");
            paper.title(title, 20);
            new FiguresPdf(language, words, figures, names, paper).draw();
            new DeskPdf(words, figures.desk(), paper).draw();
            return booklet.save(out);
        }
    }

    private void draw() throws IOException {
        worth();
        forecast();
        retention();
        new CohortsPdf(words, figures.cohorts(), paper).draw();
        churn();
        credit();
        takings();
    }

    private void section(String key) throws IOException {
        paper.need(110);
        paper.down(14);
        paper.title(words.get("figures." + key), 11.5f);
    }

    private String money(BigDecimal amount) {
        return words.whole(amount, figures.worth().currency());
    }

    private void worth() throws IOException {
        Worth worth = figures.worth();
        section("worth");
        chart.headlines(List.of(
                new Bar(words.get("figures.customers"), 0, Integer.toString(worth.customers())),
                new Bar(words.get("figures.total"), 0, money(worth.total())),
                new Bar(words.get("figures.average"), 0, money(worth.average())),
                new Bar(words.get("figures.median"), 0, money(worth.median()))));
        chart.bars(worth.best().stream()
                .map(each -> bar(names.apply(each.contact()), each.value()))
                .toList());
    }

    private Bar bar(String label, BigDecimal amount) {
        return new Bar(label, Math.max(0, amount.doubleValue()), money(amount));
    }

    private void forecast() throws IOException {
        section("forecast");
        if (figures.forecast().isEmpty()) {
            note("figures.tooFew");
            return;
        }
        Forecast forecast = figures.forecast().orElseThrow();
        chart.headlines(List.of(
                new Bar(words.get("figures.expected"), 0, money(BigDecimal.valueOf(Math.round(forecast.total()))))));
        chart.bars(forecast.best().stream()
                .map(each -> bar(names.apply(each.contact()), BigDecimal.valueOf(Math.round(each.value()))))
                .toList());
    }

    private void note(String key) throws IOException {
        paper.lines(Paper.LEFT, paper.face().lines(words.get(key), 9, Paper.WIDTH), 9, Ink.QUIET);
        paper.down(6);
    }

    private void retention() throws IOException {
        section("retention");
        List<Bar> all = new ArrayList<>();
        List<Bar> fresh = new ArrayList<>();
        for (Retention month : figures.months()) {
            String name = words.month(YearMonth.from(month.from()));
            all.add(new Bar(name, month.active(), Integer.toString(month.active())));
            fresh.add(new Bar(name, month.fresh(), Integer.toString(month.fresh())));
        }
        chart.key(words.get("figures.active"), words.get("figures.fresh"));
        chart.columns(all, fresh);
        chart.columns(figures.months().stream()
                .map(month -> share(words.month(YearMonth.from(month.from())), month.ofPrevious()))
                .toList());
        note("figures.ofPrevious");
    }

    private static Bar share(String label, OptionalDouble share) {
        return share.isPresent()
                ? new Bar(label, share.getAsDouble(), Math.round(100 * share.getAsDouble()) + " %")
                : new Bar(label, 0, "–");
    }

    private void churn() throws IOException {
        Churn churn = figures.churn();
        section("churn");
        chart.headlines(List.of(
                new Bar(words.get("figures.atRisk"), 0, Integer.toString(churn.atRisk())),
                new Bar(words.get("figures.customers"), 0, Integer.toString(churn.customers()))));
        chart.bars(churn.likeliest().stream()
                .map(each -> new Bar(
                        names.apply(each.contact()),
                        each.risk().silentDays(),
                        each.risk().silentDays() + " " + words.get("figures.days")))
                .toList());
        note(churn.score().byModel() ? "figures.byModel" : "figures.bySilence");
    }

    private void credit() throws IOException {
        section("credit");
        List<Bar> bars = new ArrayList<>();
        figures.credit().bySource().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .limit(BARS)
                .forEach(each -> bars.add(bar(each.getKey(), each.getValue())));
        bars.add(bar(words.get("figures.unattributed"), figures.credit().unattributed()));
        chart.bars(bars);
    }

    private void takings() throws IOException {
        Takings takings = figures.takings();
        section("services");
        sums(takings.services());
        section("staff");
        sums(takings.staff());
        if (takings.hours().isEmpty()) {
            return;
        }
        section("times");
        chart.columns(Stream.of(DayOfWeek.values())
                .map(day -> visits(
                        day.getDisplayName(TextStyle.SHORT, language),
                        takings.days().get(day)))
                .toList());
        chart.columns(IntStream.rangeClosed(
                        takings.hours().firstKey(), takings.hours().lastKey())
                .mapToObj(hour -> visits(hour + " h", takings.hours().get(hour)))
                .toList());
    }

    private static Bar visits(String label, Takings.@Nullable Sum sum) {
        int visits = sum == null ? 0 : sum.visits();
        return new Bar(label, visits, Integer.toString(visits));
    }

    private void sums(Map<String, Takings.Sum> sums) throws IOException {
        if (sums.isEmpty()) {
            note("figures.nothing");
        }
        chart.bars(sums.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().revenue().negate()))
                .limit(BARS)
                .map(each -> new Bar(
                        each.getKey().isEmpty() ? words.get("figures.notTold") : each.getKey(),
                        each.getValue().revenue().doubleValue(),
                        each.getValue().visits() + " × · "
                                + words.whole(
                                        each.getValue().revenue(),
                                        figures.takings().currency())))
                .toList());
    }
}
