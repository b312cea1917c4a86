package io.crmkit.quickstart;

import static io.crmkit.quickstart.Columns.left;
import static io.crmkit.quickstart.Columns.right;

import io.crmkit.CrmSession;
import io.crmkit.analytics.Analytics;
import io.crmkit.analytics.Attribution;
import io.crmkit.analytics.Basis;
import io.crmkit.analytics.Churn;
import io.crmkit.analytics.ChurnScore;
import io.crmkit.analytics.Cohorts;
import io.crmkit.analytics.Credit;
import io.crmkit.analytics.Retention;
import io.crmkit.analytics.Takings;
import io.crmkit.analytics.Worth;
import io.crmkit.contact.ContactId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The owner's figures: what customers are worth, who came back, who may have left, what brought them, what was done.
 *
 * @param churn of the day the figures are of
 */
record OwnersReport(CrmSession clinic, Churn churn, Style style) {
    private static final int NAMED = 5;
    private static final int MONTHS = 6;
    private static final int WEEKS = 8;
    private static final int LABEL = 30;

    static OwnersReport of(CrmSession clinic, Style style) {
        return new OwnersReport(clinic, clinic.analytics().by(Basis.EARNED).churn(WEEKS, NAMED), style);
    }

    private LocalDate today() {
        return churn.asOf();
    }

    List<String> lines() {
        LocalDate today = today();
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("FIGURES") + "  " + Times.day(today));
        worth(lines, "What customers paid, less what they got back", clinic.analytics());
        worth(lines, "What attended appointments and orders come to", visits());
        forecast(lines);
        retention(lines);
        cohorts(lines);
        leaving(lines);
        credit(lines);
        takings(lines, visits().takings(today.minusYears(1), today));
        lines.addAll(DeskReport.of(clinic, today, style));
        return lines;
    }

    private Analytics visits() {
        return clinic.analytics().by(Basis.EARNED);
    }

    private void worth(List<String> lines, String title, Analytics analytics) {
        Worth worth = analytics.worth(NAMED);
        title(lines, title);
        row(lines, "Customers", Integer.toString(worth.customers()));
        row(lines, "In all", money(worth.total(), worth.currency()));
        row(lines, "On average", money(worth.average(), worth.currency()));
        worth.best()
                .forEach(each -> row(
                        lines,
                        "  " + name(each.contact()),
                        money(each.value(), worth.currency()) + ", on " + each.days()
                                + (each.days() == 1 ? " day" : " days")));
    }

    private void forecast(List<String> lines) {
        title(lines, "What they are expected to bring in the next 12 months");
        clinic.analytics()
                .forecast(12, NAMED)
                .ifPresentOrElse(
                        forecast -> {
                            row(lines, "All", String.format(Locale.ENGLISH, "%,.0f", forecast.total()));
                            forecast.best()
                                    .forEach(each -> row(
                                            lines,
                                            "  " + name(each.contact()),
                                            String.format(Locale.ENGLISH, "%,.0f", each.value())));
                        },
                        () -> lines.add("insufficient data: a model needs 200 customers, 50 of whom came back"));
    }

    private void retention(List<String> lines) {
        title(lines, "Who came back, month by month");
        lines.add(style.dim(left("Month", LABEL)
                + right("customers", 10)
                + right("of them new", 13)
                + right("came back", 11)
                + right("retention", 11)));
        LocalDate start = today().withDayOfMonth(1).minusMonths(MONTHS - 1);
        for (Retention month : visits().retention(start, Period.ofMonths(1), MONTHS)) {
            lines.add(left(month.from().toString().substring(0, 7), LABEL)
                    + right("" + month.active(), 10)
                    + right("" + month.fresh(), 13)
                    + right("" + month.retained(), 11)
                    + right(share(month.ofPrevious()), 11));
        }
    }

    private void cohorts(List<String> lines) {
        title(lines, "Of those who first came in a month, how many came in the months after it");
        Map<String, StringBuilder> rows = new TreeMap<>();
        for (Cohorts.Cell cell : visits().cohorts().cells()) {
            StringBuilder row =
                    rows.computeIfAbsent(cell.cohort().toString(), month -> new StringBuilder(left(month, LABEL)));
            if (cell.offset() < 2 * MONTHS) {
                row.append(right("" + cell.active(), 5));
            }
        }
        rows.values().forEach(row -> lines.add(row.toString()));
    }

    private void leaving(List<String> lines) {
        ChurnScore score = churn.score();
        title(lines, "Who may have left: " + churn.atRisk() + " of " + churn.customers() + " at risk");
        lines.add(style.dim("by " + (score.byModel() ? "the model of how they buy" : "days since the last visit")
                + score.trial()
                        .map(trial -> String.format(
                                Locale.ENGLISH,
                                "; %d weeks ago the model was right %.2f, those days %.2f of the time",
                                score.horizonWeeks(),
                                trial.ofModel(),
                                trial.ofSilence()))
                        .orElse("; too little has happened to try a model")));
        churn.likeliest()
                .forEach(each -> row(
                        lines,
                        "  " + name(each.contact()),
                        each.risk().silentDays() + " days"
                                + (each.risk().overdue().isPresent()
                                        ? String.format(
                                                Locale.ENGLISH,
                                                ", %.1f times the usual gap",
                                                each.risk().overdue().getAsDouble())
                                        : "")));
    }

    private void credit(List<String> lines) {
        title(lines, "What brought them, of the last 12 months");
        for (Attribution.Model model : List.of(Attribution.Model.FIRST_TOUCH, Attribution.Model.LAST_TOUCH)) {
            Credit credit = visits().credit(Attribution.by(model), today().minusYears(1), today());
            lines.add(style.dim(model == Attribution.Model.FIRST_TOUCH ? "by the first touch" : "by the last touch"));
            credit.bySource()
                    .forEach((source, amount) ->
                            row(lines, "  " + Columns.printable(source), money(amount, credit.currency())));
            row(lines, "  nothing known", money(credit.unattributed(), credit.currency()));
        }
    }

    private void takings(List<String> lines, Takings takings) {
        title(lines, "What was done in the last 12 months");
        sums(lines, takings.services(), takings.currency());
        sums(lines, takings.staff(), takings.currency());
    }

    private void sums(List<String> lines, Map<String, Takings.Sum> sums, String currency) {
        sums.forEach((name, sum) -> row(
                lines,
                name.isEmpty() ? "(not told)" : Columns.printable(name),
                right(sum.visits() + " ×", 6) + "  " + money(sum.revenue(), currency)));
    }

    private void title(List<String> lines, String title) {
        lines.add("");
        lines.add(style.bold(title));
    }

    private static void row(List<String> lines, String label, String value) {
        lines.add(left(label, LABEL) + value);
    }

    private String name(ContactId contact) {
        return clinic.profile(contact)
                .map(profile -> profile.summary().contact())
                .map(who -> who.displayName().isPresent() ? ContactTable.name(who) : ContactTable.address(who))
                .orElse("–");
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : "–";
    }

    private static String money(BigDecimal amount, String currency) {
        return String.format(Locale.ENGLISH, "%,.2f %s", amount, currency);
    }
}
