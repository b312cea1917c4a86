package io.crmkit.ai.rules;

import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.Moment.Grain;
import io.crmkit.ai.FactValue.TimeOfDay;
import java.time.LocalDate;
import java.time.LocalTime;

/** The parts of a day: morning, noon, afternoon, night. */
final class Parts {
    private Parts() {}

    private static int start(String part) {
        return switch (part) {
            case "TMO" -> 6;
            case "TNI" -> 19;
            default -> 12;
        };
    }

    private static int end(String part) {
        return switch (part) {
            case "TMO" -> 12;
            case "TMI" -> 13;
            case "TAF" -> 19;
            default -> 24;
        };
    }

    static TimeOfDay of(String part) {
        return new TimeOfDay(LocalTime.of(start(part), 0), LocalTime.of(end(part) % 24, 0), false);
    }

    static Moment on(LocalDate day, String part) {
        return new Moment(day.atTime(start(part), 0), day.atStartOfDay().plusHours(end(part)), Grain.DAY_PART, false);
    }

    /** "A las 8 de la noche": an hour before noon is meant after it. */
    static LocalTime within(String part, LocalTime time) {
        boolean later = (part.equals("TAF") || part.equals("TNI")) && time.getHour() < 12;
        boolean earlier = part.equals("TMO") && time.getHour() > 12;
        return later ? time.plusHours(12) : earlier ? time.minusHours(12) : time;
    }
}
