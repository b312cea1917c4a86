package io.crmkit.ai.rules;

import io.crmkit.ai.FactValue.Moment.Grain;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Days that were spoken of.
 *
 * @param end exclusive
 * @param past whether they lie behind
 * @param exact the time of day, if the words say one: "in two hours"
 * @param from the first word
 * @param to the word after the last
 */
record Span(
        LocalDate start,
        LocalDate end,
        Grain grain,
        boolean past,
        @Nullable LocalTime exact,
        @Nullable String part,
        int from,
        int to) {
    static Span day(LocalDate day, int from, int to) {
        return new Span(day, day.plusDays(1), Grain.DAY, false, null, null, from, to);
    }

    static Span days(LocalDate start, LocalDate end, Grain grain, int from, int to) {
        return new Span(start, end, grain, false, null, null, from, to);
    }

    Span back(boolean past) {
        return new Span(start, end, grain, past, exact, part, from, to);
    }

    Span in(@Nullable String part) {
        return new Span(start, end, grain, past, exact, part, from, to);
    }

    Span at(LocalTime time) {
        return new Span(start, end, grain, past, time, part, from, to);
    }

    Span since(int from) {
        return new Span(start, end, grain, past, exact, part, from, to);
    }

    Span until(int to) {
        return new Span(start, end, grain, past, exact, part, from, to);
    }
}
