package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes again: "los martes y jueves", "cada 3 semanas". */
final class Recurrences {
    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    private static final Set<String> PLURAL_ONLY = Set.of("on", "as", "aos", "nas", "nos");
    private static final Set<String> AND = Set.of("y", "e", "and", "o", "ou", "or", ",");

    private Recurrences() {}

    static @Nullable Finding at(Reading reading, int at) {
        Hit every = reading.hits().at(Meaning.EVERY, at);
        if (every == null) {
            return workdays(reading, at);
        }
        Finding days = days(reading, every);
        return days == null ? interval(reading, every) : days;
    }

    private static @Nullable Finding days(Reading reading, Hit every) {
        Words words = reading.words();
        List<String> days = new ArrayList<>();
        int at = every.to();
        int to = at;
        Hit day = reading.hits().at(Meaning.WEEKDAY, at);
        boolean plural = !PLURAL_ONLY.contains(words.at(every.from()).plain());
        while (day != null && days.size() < 7) {
            boolean ends = words.at(day.to() - 1).plain().endsWith("s");
            if (!plural && !ends) {
                return null;
            }
            days.add(DAYS[day.number() - 1]);
            to = day.to();
            int next = AND.contains(words.at(to).plain()) ? to + 1 : -1;
            next = next > 0 && (words.at(next).is("los") || words.at(next).is("las")) ? next + 1 : next;
            day = next < 0 ? null : reading.hits().at(Meaning.WEEKDAY, next);
        }
        return days.isEmpty()
                ? null
                : Finding.coded(FactType.DATE_TIME, "WEEKLY:" + String.join(",", days), 0.88, every.from(), to);
    }

    /** "De lunes a viernes". */
    private static @Nullable Finding workdays(Reading reading, int at) {
        Hit first = Set.of("de", "from").contains(reading.words().at(at).plain())
                ? reading.hits().at(Meaning.WEEKDAY, at + 1)
                : null;
        boolean moves = reading.hits().of(Meaning.INTENT).stream()
                .anyMatch(intent -> intent.code().equals("RESCHEDULE"));
        boolean to = !moves
                && first != null
                && Set.of("a", "to").contains(reading.words().at(first.to()).plain());
        Hit last = first != null && to ? reading.hits().at(Meaning.WEEKDAY, first.to() + 1) : null;
        if (first == null || last == null || first.number() >= last.number()) {
            return null;
        }
        String days = String.join(",", List.of(DAYS).subList(first.number() - 1, last.number()));
        return Finding.coded(FactType.DATE_TIME, "WEEKLY:" + days, 0.88, at, last.to());
    }

    private static @Nullable Finding interval(Reading reading, Hit every) {
        boolean each = Set.of("cada", "every", "each", "a")
                .contains(reading.words().at(every.from()).plain());
        Numbers number = each ? Numbers.small(reading, every.to()) : null;
        Hit unit = number == null ? null : reading.hits().at(Meaning.UNIT, number.to());
        if (number == null
                || unit == null
                || !Set.of("DAY", "WEEK", "MONTH", "YEAR").contains(unit.code())) {
            return null;
        }
        String code = "INTERVAL:P" + number.whole() + unit.code().charAt(0);
        return Finding.coded(FactType.DATE_TIME, code, 0.88, every.from(), unit.to());
    }

    /** The names of the days in a code. */
    static @Nullable String day(String code) {
        String[] names = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
        for (int i = 0; i < DAYS.length; i++) {
            if (code.equals("WEEKLY:" + DAYS[i])) {
                return names[i];
            }
        }
        return null;
    }
}
