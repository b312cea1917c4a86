package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue.Moment;
import io.crmkit.ai.FactValue.Moment.Grain;
import io.crmkit.ai.FactValue.TimeOfDay;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** From … to …: of hours, of days. */
final class Ranges {
    private final Reading reading;
    private final Words words;
    private final Hits hits;
    private final Dates dates;

    Ranges(Reading reading, Dates dates) {
        this.reading = reading;
        this.words = reading.words();
        this.hits = reading.hits();
        this.dates = dates;
    }

    /** One end of a range of hours. */
    private record Edge(LocalTime time, boolean bare, boolean marked, boolean led, int said, int to) {}

    private @Nullable Edge edge(int at) {
        Clock clock = Clock.at(reading, at);
        if (clock != null) {
            return new Edge(clock.time(), false, clock.marked(), clock.core() > clock.from(), 0, clock.to());
        }
        Numbers number = Numbers.small(reading, at);
        if (number == null || number.whole() > 24) {
            return null;
        }
        int hour = number.whole();
        LocalTime time = LocalTime.of((hour >= 1 && hour <= 6 ? hour + 12 : hour) % 24, 0);
        return new Edge(time, true, false, false, hour, number.to());
    }

    /** "De 9 a 12", "entre las 15 y las 18", "9:30 - 11:00". */
    @Nullable Finding hours(int at) {
        Hit from = hits.at(Meaning.FROM, at);
        Edge start = edge(from == null ? at : from.to());
        Hit until = start == null || start.bare() && from == null ? null : hits.at(Meaning.UNTIL, start.to());
        Edge end = until == null ? null : edge(until.to());
        if (start == null || until == null || end == null) {
            return null;
        }
        boolean marked = start.marked() || end.marked() || end.led();
        if (end.bare() && !plain(end.to()) || !marked && from == null) {
            return null;
        }
        LocalTime since = start.time();
        if (end.marked() && start.bare() && !since.isBefore(end.time())) {
            since = LocalTime.of(start.said() % 24, 0);
        }
        boolean between = words.at(at).is("entre") || words.at(at).is("between");
        return and(until) && !between || !end.time().isAfter(since)
                ? null
                : Finding.of(FactType.DATE_TIME, new TimeOfDay(since, end.time(), false), 0.88, at, end.to());
    }

    private boolean plain(int to) {
        Word next = words.at(to);
        return hits.at(Meaning.UNIT, to) == null
                && hits.at(Meaning.MONTH, to) == null
                && !(next.is("de") && hits.at(Meaning.MONTH, to + 1) != null)
                && (!next.letters() || Language.common(next.plain()));
    }

    /** "Del 5 al 12 de marzo", "from Monday to Wednesday". */
    @Nullable Finding days(int at) {
        Hit from = hits.at(Meaning.FROM, at);
        boolean moves = hits.of(Meaning.INTENT).stream()
                .anyMatch(intent -> intent.code().equals("RESCHEDULE"));
        if (moves || from == null && !words.at(at).digits()) {
            return null;
        }
        int core = from == null ? at : from.to();
        Span start = from == null ? null : dates.at(core);
        if (start != null) {
            Span end = after(start.to(), true);
            return end == null ? null : stretch(start.start(), end, at);
        }
        Numbers first = words.at(core).digits() ? Numbers.small(reading, core) : null;
        Span end = first == null ? null : after(first.to(), from != null);
        if (first == null
                || end == null
                || first.whole() < 1
                || first.whole() > end.start().getDayOfMonth()) {
            return null;
        }
        return stretch(end.start().withDayOfMonth(first.whole()), end, at);
    }

    /** The day after "to"; "and" says two days unless "between" or "from" stands before. */
    private @Nullable Span after(int to, boolean opened) {
        Hit until = hits.at(Meaning.UNTIL, to);
        if (until == null || !opened && and(until)) {
            return null;
        }
        return dates.at(until.to());
    }

    private boolean and(Hit until) {
        Word link = words.at(until.from());
        return link.is("y") || link.is("e") || link.is("and");
    }

    private static @Nullable Finding stretch(LocalDate since, Span end, int from) {
        if (!end.end().isAfter(since.plusDays(1))) {
            return null;
        }
        Moment moment = new Moment(since.atStartOfDay(), end.end().atStartOfDay(), Grain.DAY, false);
        return Finding.of(FactType.DATE_TIME, moment, 0.9, from, end.to());
    }
}
