package io.crmkit.quickstart;

import static io.crmkit.quickstart.Columns.left;
import static io.crmkit.quickstart.Columns.right;

import io.crmkit.CrmSession;
import io.crmkit.analytics.Feedback;
import io.crmkit.analytics.Operations;
import io.crmkit.analytics.Spread;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the team dealt with those who wrote, month by month. */
final class DeskReport {
    private static final int MONTHS = 3;
    private static final int LABEL = 30;
    private static final int WIDTH = 16;

    private DeskReport() {}

    static List<String> of(CrmSession clinic, LocalDate today, Style style) {
        List<Operations> months = clinic.analytics()
                .operations(today.withDayOfMonth(1).minusMonths(MONTHS - 1), Period.ofMonths(1), MONTHS);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold("How those who wrote were dealt with, month by month"));
        lines.add(style.dim(row(
                "Month", months.stream().map(each -> each.from().toString().substring(0, 7)))));
        lines.add(row("Conversations", months.stream().map(each -> "" + each.conversations())));
        lines.add(row("  nobody answered", months.stream().map(each -> "" + each.unanswered())));
        lines.add(row("  by the bot alone", months.stream().map(each -> share(each.botShare()))));
        lines.add(row("First answer of the bot", months.stream().map(each -> times(each.byBot()))));
        lines.add(row("First answer of an agent", months.stream().map(each -> times(each.byAgent()))));
        lines.add(row("Agent after a handover", months.stream().map(each -> times(each.handover()))));
        lines.add(row("Settled", months.stream().map(each -> share(each.settled()))));
        lines.add(row("  after", months.stream().map(each -> times(each.resolution()))));
        lines.add(row("Feedback", months.stream().map(each -> feedback(each.feedback()))));
        lines.add(style.dim("times: half of them within, nine of ten within; feedback: average, of how many"));
        return lines;
    }

    private static String row(String label, Stream<String> cells) {
        return left(label, LABEL) + cells.map(cell -> right(cell, WIDTH)).collect(Collectors.joining());
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : "–";
    }

    private static String times(Spread spread) {
        return spread.count() == 0
                ? "–"
                : time(spread.median().orElseThrow()) + ", "
                        + time(spread.ninetieth().orElseThrow());
    }

    private static String time(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        return time.compareTo(Duration.ofHours(2)) < 0
                ? time.toMinutes() + " min"
                : String.format(Locale.ENGLISH, "%.1f h", time.toMinutes() / 60.0);
    }

    private static String feedback(Feedback feedback) {
        return feedback.average()
                .map(average -> average + ", " + feedback.scored())
                .orElse("–");
    }
}
