package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.Moment.Grain;
import io.crmkit.ai.FactValue.TimeOfDay;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates and times: a day, a time of day, both together, a stretch of either, and what recurs. */
final class Moments {
    /** Less than anybody is told of. */
    private static final double NOBODY_BORN = 0.3;

    private static final Set<String> LINKS =
            Set.of(",", "a", "at", "de", "del", "do", "da", "as", "on", "el", "la", "o", "na", "no", "-");

    private final Reading reading;
    private final Words words;
    private final Hits hits;
    private final Dates dates;
    private final Ranges ranges;
    private final List<Finding> found = new ArrayList<>();

    private Moments(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.hits = reading.hits();
        this.dates = new Dates(reading);
        this.ranges = new Ranges(reading, dates);
    }

    static List<Finding> in(Reading reading) {
        Moments moments = new Moments(reading);
        int at = 0;
        while (at < moments.words.size()) {
            Finding finding = moments.at(at);
            if (finding != null) {
                moments.found.add(finding);
            }
            at = finding == null ? at + 1 : Math.max(at + 1, finding.to());
        }
        return moments.found;
    }

    private @Nullable Finding at(int at) {
        Finding recurring = Recurrences.at(reading, at);
        if (recurring != null) {
            return recurring;
        }
        Finding stretch = ranges.days(at);
        if (stretch != null) {
            return stretch;
        }
        Span day = dates.at(at);
        if (day != null) {
            return dayAnd(day, at);
        }
        Finding hours = ranges.hours(at);
        if (hours != null) {
            return hours;
        }
        Clock clock = Clock.at(reading, at);
        if (clock != null && (clock.marked() || ledAlone(clock))) {
            return clockAnd(clock);
        }
        return part(at);
    }

    /** A bare hour needs "at", or a bound such as "after". */
    private boolean ledAlone(Clock clock) {
        Word lead = words.at(clock.from());
        boolean article = clock.core() - clock.from() == 1 && (lead.is("las") || lead.is("la"));
        boolean bound = hits.before(Meaning.BOUND, clock.core()) != null;
        boolean digits = words.at(clock.core()).digits();
        return clock.core() > clock.from() && !article || bound || article && digits && closes(clock.to());
    }

    private boolean closes(int at) {
        Word next = words.at(at);
        return at >= words.size() || next.stop() || next.comma();
    }

    /** "El viernes", "el viernes a la mañana", "el viernes a las 10". */
    private Finding dayAnd(Span day, int from) {
        if (day.exact() != null) {
            LocalDateTime at = day.start().atTime(day.exact());
            return moment(new Moment(at, null, Grain.MINUTE, false), day.from(), day.to(), day);
        }
        int next = link(day.to());
        Hit part = partAt(day.to());
        part = part == null ? partAt(next) : part;
        Finding hours = ranges.hours(day.to());
        hours = hours == null ? ranges.hours(next) : hours;
        if (hours != null && hours.value() instanceof TimeOfDay range && range.end() != null && oneDay(day)) {
            LocalDateTime start = day.start().atTime(range.start());
            LocalDateTime end = day.start().atTime(range.end());
            if (end.isAfter(start)) {
                return moment(new Moment(start, end, Grain.HOUR, false), day.from(), hours.to(), day);
            }
        }
        Clock clock = part == null ? clockNear(day.to(), next) : clockNear(part.to(), link(part.to()));
        if (clock != null && oneDay(day)) {
            LocalTime time = part == null ? clock.time() : Parts.within(part.code(), clock.time());
            Moment moment = new Moment(day.start().atTime(time), null, grain(time), clock.approximate());
            return moment(moment, day.from(), clock.to(), day);
        }
        if (part != null && oneDay(day)) {
            return moment(Parts.on(day.start(), part.code()), day.from(), part.to(), day);
        }
        LocalDateTime end = oneDay(day) ? null : day.end().atStartOfDay();
        return moment(new Moment(day.start().atStartOfDay(), end, day.grain(), false), day.from(), day.to(), day);
    }

    private @Nullable Clock clockNear(int at, int next) {
        Clock clock = Clock.at(reading, at);
        clock = clock == null ? Clock.at(reading, next) : clock;
        return clock;
    }

    private static boolean oneDay(Span day) {
        return day.end().equals(day.start().plusDays(1));
    }

    private static Grain grain(LocalTime time) {
        return time.getMinute() == 0 ? Grain.HOUR : Grain.MINUTE;
    }

    private int link(int at) {
        int to = at;
        boolean or = reading.language() != Language.PT;
        while (to < at + 2
                && LINKS.contains(words.at(to).plain())
                && !(or && words.at(to).is("o"))) {
            to++;
        }
        return to;
    }

    private @Nullable Hit partAt(int at) {
        return hits.at(Meaning.PART, at);
    }

    /** "A las 10", "a las 10 del viernes", "5 pm tomorrow". */
    private Finding clockAnd(Clock clock) {
        int next = link(clock.to());
        Span day = dates.at(clock.to());
        day = day == null ? dates.at(next) : day;
        if (day != null && oneDay(day) && day.exact() == null) {
            Hit part = partAt(link(day.to()));
            LocalTime time = part == null ? clock.time() : Parts.within(part.code(), clock.time());
            Moment moment = new Moment(day.start().atTime(time), null, grain(time), clock.approximate());
            return moment(moment, clock.from(), part == null ? day.to() : part.to(), day);
        }
        Hit part = partAt(clock.to());
        LocalTime time = part == null ? clock.time() : Parts.within(part.code(), clock.time());
        boolean bound =
                hits.before(Meaning.BOUND, clock.core()) != null || hits.before(Meaning.BOUND, clock.from()) != null;
        boolean english = reading.language() == Language.EN;
        int from = bound || english ? clock.core() : clock.from();
        return time(new TimeOfDay(time, null, clock.approximate()), from, part == null ? clock.to() : part.to());
    }

    private @Nullable Finding part(int at) {
        Hit part = partAt(at);
        if (part == null || hits.covers(Meaning.FEEL, at)) {
            return null;
        }
        Span day = dates.at(part.to());
        day = day == null ? dates.at(link(part.to())) : day;
        if (day != null && oneDay(day)) {
            return moment(Parts.on(day.start(), part.code()), at, day.to(), day);
        }
        String first = words.at(at).plain();
        boolean now = Set.of("esta", "this", "tonight", "essa", "nesta", "nessa", "hoje")
                .contains(first);
        if (now) {
            return moment(Parts.on(reading.sentAt().toLocalDate(), part.code()), at, part.to(), null);
        }
        boolean said =
                part.to() - at >= 2 && !Set.of("la", "the", "el", "early").contains(first)
                        || part.code().equals("TMI");
        return said ? time(Parts.of(part.code()), at, part.to()) : null;
    }

    private Finding moment(Moment moment, int from, int to, @Nullable Span day) {
        FactType type = hits.last(Meaning.BIRTH, Math.max(words.clauseStart(from), from - 5), from) == null
                ? FactType.DATE_TIME
                : FactType.BIRTH_DATE;
        // A birthday told without its year is not when somebody was born.
        boolean coming = day != null && day.start().isAfter(reading.sentAt().toLocalDate());
        double confidence =
                type == FactType.BIRTH_DATE ? coming ? NOBODY_BORN : 0.9 : day != null && day.past() ? 0.5 : 0.9;
        Finding finding = Finding.of(type, moment, confidence, from, to);
        return type == FactType.BIRTH_DATE ? finding.of(Owner.of(reading, from, to)) : finding;
    }

    private static Finding time(FactValue value, int from, int to) {
        return Finding.of(FactType.DATE_TIME, value, 0.88, from, to);
    }
}
