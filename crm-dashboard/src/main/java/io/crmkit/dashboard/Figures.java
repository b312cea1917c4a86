package io.crmkit.dashboard;

import io.crmkit.analytics.Analytics;
import io.crmkit.analytics.Operations;
import io.crmkit.analytics.Retention;
import io.crmkit.analytics.Takings;
import io.crmkit.analytics.Worth;
import io.crmkit.privacy.Permission;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SegmentSize;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The start page: how the business has been doing. */
record Figures(Visit visit) {
    private static final int WEEKS = 12;
    private static final int MONTHS = 12;
    private static final int DAYS = 90;
    private static final int NAMED = 8;

    Answer show() {
        Analytics analytics = visit.session().analytics();
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.settings().zone());
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1);
        List<Operations> weeks = analytics.operations(monday, Period.ofWeeks(1), WEEKS);
        List<Retention> months =
                analytics.retention(today.withDayOfMonth(1).minusMonths(MONTHS - 1), Period.ofMonths(1), MONTHS);
        Takings takings = analytics.takings(today.minusDays(DAYS), today);
        List<Plot> plots = List.of(
                weekly("figures.conversations", weeks, Operations::conversations),
                weekly("figures.unanswered", weeks, Operations::unanswered),
                monthly(months),
                weekdays(takings),
                services(takings));
        return Answer.show(
                "figures",
                new FiguresView(
                        visit.frame("figures", visit.words().say("way.figures")),
                        tiles(analytics.worth(1)),
                        plots.stream().filter(plot -> !plot.empty()).toList()));
    }

    private List<FiguresView.Tile> tiles(Worth worth) {
        Words words = visit.words();
        List<FiguresView.Tile> tiles = new ArrayList<>();
        if (visit.may(Permission.LIST_CONTACTS)) {
            Map<SegmentKey, SegmentSize> sizes = visit.session()
                    .desk()
                    .sizes(Stream.of(AutomaticSegment.values())
                            .map(AutomaticSegment::key)
                            .toList());
            sizes.forEach((key, size) -> tiles.add(new FiguresView.Tile(
                    words.say("segment." + key.value()),
                    words.number(size.contacts()) + (size.more() ? "+" : ""),
                    Link.to("dashboard").with("segment", key.value()).toString())));
        }
        tiles.add(new FiguresView.Tile(words.say("figures.customers"), words.number(worth.customers()), ""));
        tiles.add(new FiguresView.Tile(words.say("figures.worth"), words.money(worth.total(), worth.currency()), ""));
        tiles.add(new FiguresView.Tile(words.say("figures.median"), words.money(worth.median(), worth.currency()), ""));
        return tiles;
    }

    private Plot weekly(String key, List<Operations> weeks, ToIntFunction<Operations> figure) {
        List<Plot.Bar> bars = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            int count = figure.applyAsInt(weeks.get(i));
            String from = visit.times().date(weeks.get(i).from());
            bars.add(new Plot.Bar(
                    i % 4 == 0 ? brief(weeks.get(i).from()) : "",
                    from,
                    count,
                    visit.words().number(count)));
        }
        Plot.Bar last = bars.get(bars.size() - 1);
        return new Plot(visit.words().say(key), visit.words().say("figures.this.week", last.value()), bars);
    }

    private Plot monthly(List<Retention> months) {
        Words words = visit.words();
        List<Plot.Bar> bars = months.stream()
                .map(month -> new Plot.Bar(
                        month.from().getMonthValue() % 3 == 1 ? visit.times().month(month.from()) : "",
                        visit.times().monthOf(month.from()),
                        month.active(),
                        words.say("figures.active.value", month.active(), month.fresh())))
                .toList();
        return new Plot(words.say("figures.active"), "", bars);
    }

    private Plot weekdays(Takings takings) {
        List<Plot.Bar> bars = Stream.of(DayOfWeek.values())
                .map(day -> {
                    Takings.Sum sum = takings.days().get(day);
                    int visits = sum == null ? 0 : sum.visits();
                    return new Plot.Bar(
                            visit.times().shortDay(day),
                            visit.times().weekday(day),
                            visits,
                            visit.words().number(visits));
                })
                .toList();
        return new Plot(visit.words().say("figures.weekdays"), "", bars);
    }

    private Plot services(Takings takings) {
        List<Plot.Bar> bars = takings.services().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Takings.Sum> each) ->
                                each.getValue().revenue())
                        .reversed())
                .limit(NAMED)
                .map(each -> new Plot.Bar(
                        abbreviated(each.getKey()),
                        each.getKey().isEmpty() ? Row.NAMELESS : each.getKey(),
                        each.getValue().revenue().doubleValue(),
                        visit.words().money(each.getValue().revenue(), takings.currency())))
                .toList();
        return new Plot(visit.words().say("figures.services"), "", bars);
    }

    private static String abbreviated(String name) {
        return name.codePointCount(0, name.length()) <= 7
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 6)) + "…";
    }

    private String brief(LocalDate day) {
        return visit.times().shortDate(day);
    }
}
