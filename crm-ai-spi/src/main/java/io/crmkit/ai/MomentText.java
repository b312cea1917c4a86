package io.crmkit.ai;

import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.TimeOfDay;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Times as text, in the manner of ISO 8601 and TIMEX: TMO morning, TMI noon, TAF afternoon, TNI night. */
final class MomentText {
    private MomentText() {}

    static String of(Moment moment) {
        LocalDateTime start = moment.start();
        LocalDateTime end = moment.end();
        return switch (moment.grain()) {
            case HOUR, MINUTE -> end == null ? point(start) : point(start) + "/" + (open(end) ? ".." : point(end));
            case DAY_PART -> {
                String part = end == null ? null : part(start.toLocalTime(), end.toLocalTime());
                yield part == null ? point(start) + "/" + end : start.toLocalDate() + part;
            }
            default -> days(start, end);
        };
    }

    static String of(TimeOfDay time) {
        LocalTime end = time.end();
        if (end == null) {
            return time.start().toString();
        }
        String part = part(time.start(), end);
        return part == null ? time.start() + "/" + end : part;
    }

    /** Days are said with their last one: Monday to Sunday is a week. */
    private static String days(LocalDateTime start, @Nullable LocalDateTime end) {
        if (end == null || end.equals(start.plusDays(1))) {
            return start.toLocalDate().toString();
        }
        return start.toLocalDate() + "/"
                + (open(end) ? ".." : end.minusDays(1).toLocalDate().toString());
    }

    private static boolean open(LocalDateTime end) {
        return end.equals(Moment.OPEN);
    }

    private static String point(LocalDateTime time) {
        return time.toLocalDate() + "T" + time.toLocalTime();
    }

    private static @Nullable String part(LocalTime start, LocalTime end) {
        return switch (start.getHour() + "-" + end.getHour()) {
            case "6-12" -> "TMO";
            case "12-13" -> "TMI";
            case "12-19" -> "TAF";
            case "19-0" -> "TNI";
            default -> null;
        };
    }
}
