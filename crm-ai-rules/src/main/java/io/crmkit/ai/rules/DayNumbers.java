package io.crmkit.ai.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days said by their number: "el 15", "15 de marzo", "March 3rd", "15/3/2026". */
final class DayNumbers {
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "º", "°", "ro", "er");
    private static final Set<String> LINKS = Set.of("de", "del", "of", "do", "the", ",");

    private final Reading reading;
    private final Words words;
    private final Hits hits;
    private final LocalDate today;

    DayNumbers(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.hits = reading.hits();
        this.today = reading.sentAt().toLocalDate();
    }

    /**
     * @param announced whether an article or "day" stands before, without which a lone number is none
     */
    @Nullable Span at(int at, boolean announced) {
        Span signed = signed(at);
        if (signed != null) {
            return signed;
        }
        Span english = monthFirst(at);
        if (english != null) {
            return english;
        }
        Numbers day = day(at);
        if (day == null) {
            return null;
        }
        int to = ordinal(day.to());
        Span ofMonth = ofMonth(day.whole(), at, to);
        if (ofMonth != null) {
            return ofMonth;
        }
        return announced && words.at(at).digits() && alone(to) ? next(day.whole(), at, to) : null;
    }

    /** "16", "16 de marzo", "16/3" after a day of the week. */
    @Nullable Span afterWeekday(int at, int weekday) {
        int core = words.at(at).is(",") ? at + 1 : at;
        core = words.at(core).is("dia")
                        || words.at(core).is("el")
                        || words.at(core).is("the")
                ? core + 1
                : core;
        Span signed = signed(core);
        signed = signed == null ? monthFirst(core) : signed;
        if (signed != null) {
            return signed;
        }
        Numbers day = words.at(core).digits() ? day(core) : null;
        if (day == null
                || hits.at(Meaning.HOURS, day.to()) != null
                || hits.at(Meaning.AM, day.to()) != null
                || hits.at(Meaning.PM, day.to()) != null
                || words.at(day.to()).is(":")
                || dotted(day.to())) {
            return null;
        }
        int to = ordinal(day.to());
        Span ofMonth = ofMonth(day.whole(), core, to);
        if (ofMonth != null) {
            return ofMonth;
        }
        for (int months = 0; months < 6; months++) {
            LocalDate first = today.withDayOfMonth(1).plusMonths(months);
            if (day.whole() <= first.lengthOfMonth()) {
                LocalDate date = first.withDayOfMonth(day.whole());
                if (!date.isBefore(today) && date.getDayOfWeek().getValue() == weekday) {
                    return Span.day(date, core, to);
                }
            }
        }
        return null;
    }

    /** "El jueves 10.30" is a time. */
    private boolean dotted(int to) {
        return words.at(to).is(".")
                && words.joined(to)
                && words.joined(to + 1)
                && words.at(to + 1).digits()
                && words.at(to + 1).plain().length() == 2;
    }

    private @Nullable Numbers day(int at) {
        Numbers number = Numbers.small(reading, at);
        boolean day = number != null && number.whole() >= 1 && number.whole() <= 31;
        return day ? number : null;
    }

    private int ordinal(int at) {
        return words.joined(at) && ORDINALS.contains(words.at(at).plain()) ? at + 1 : at;
    }

    /** What a lone number counts stands behind it; then it is no day. */
    private boolean alone(int to) {
        Word next = words.at(to);
        boolean sign = next.is("%")
                || next.is("/")
                || next.is(":")
                || next.is("x")
                || words.joined(to) && (next.is(".") || next.is(",")) && words.joined(to + 1);
        boolean counted = next.letters() && !Language.common(next.plain()) && !hits.anything(to);
        return !sign
                && !counted
                && hits.at(Meaning.UNIT, to) == null
                && hits.at(Meaning.TIMES, to) == null
                && hits.at(Meaning.CURRENCY, to) == null
                && hits.at(Meaning.HOURS, to) == null
                && hits.at(Meaning.AM, to) == null
                && hits.at(Meaning.PM, to) == null;
    }

    private @Nullable Span next(int day, int from, int to) {
        LocalDate first = today.withDayOfMonth(1);
        if (day < today.getDayOfMonth()) {
            first = first.plusMonths(1);
        }
        while (day > first.lengthOfMonth()) {
            first = first.plusMonths(1);
        }
        return Span.day(first.withDayOfMonth(day), from, to);
    }

    private @Nullable Span ofMonth(int day, int from, int at) {
        int core = LINKS.contains(words.at(at).plain()) ? at + 1 : at;
        Hit month = hits.at(Meaning.MONTH, core);
        return month == null ? null : dated(day, month.number(), from, month.to());
    }

    private @Nullable Span monthFirst(int at) {
        Hit month = hits.at(Meaning.MONTH, at);
        int core = month == null ? at : words.at(month.to()).is("the") ? month.to() + 1 : month.to();
        Numbers day = month == null ? null : day(core);
        return month == null
                        || day == null
                        || reading.language() == Language.ES && !words.at(core).digits()
                ? null
                : dated(day.whole(), month.number(), at, ordinal(day.to()));
    }

    /** With the year behind it, if there is one. */
    private @Nullable Span dated(int day, int month, int from, int at) {
        int core = LINKS.contains(words.at(at).plain()) ? at + 1 : at;
        Word year = words.at(core);
        boolean written = year.digits()
                && year.plain().length() == 4
                && (year.plain().startsWith("20") || year.plain().startsWith("19"));
        return written
                ? date(Integer.parseInt(year.plain()), month, day, from, core + 1)
                : coming(month, day, from, at);
    }

    private @Nullable Span coming(int month, int day, int from, int to) {
        Span inYear = date(today.getYear(), month, day, from, to);
        boolean gone = inYear != null && inYear.start().isBefore(today);
        return gone ? date(today.getYear() + 1, month, day, from, to) : inYear;
    }

    private static @Nullable Span date(int year, int month, int day, int from, int to) {
        try {
            return Span.day(LocalDate.of(year, month, day), from, to);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** "15/3", "15/03/26", "2026-03-15". */
    private @Nullable Span signed(int at) {
        Word sign = words.at(at + 1);
        boolean date =
                words.at(at).digits() && words.at(at + 2).digits() && words.joined(at + 1) && words.joined(at + 2);
        if (!date || !(sign.is("/") || sign.is("-") || sign.is("."))) {
            return null;
        }
        boolean three = words.at(at + 3).is(sign.plain())
                && words.joined(at + 3)
                && words.joined(at + 4)
                && words.at(at + 4).digits();
        if (!three && !sign.is("/")
                || words.at(at).plain().length() > 4
                || words.at(at + 2).plain().length() > 2) {
            return null;
        }
        int first = Integer.parseInt(words.at(at).plain());
        int second = Integer.parseInt(words.at(at + 2).plain());
        if (!three) {
            boolean american = reading.business().country().equals("US") || second > 12;
            return coming(american ? first : second, american ? second : first, at, at + 3);
        }
        int third = words.at(at + 4).plain().length() > 4
                ? 0
                : Integer.parseInt(words.at(at + 4).plain());
        if (first > 31) {
            return date(first, second, third, at, at + 5);
        }
        int century = third > 99 ? 0 : third + 2000 > today.getYear() + 5 ? 1900 : 2000;
        boolean american = reading.business().country().equals("US") || second > 12;
        return date(third + century, american ? first : second, american ? second : first, at, at + 5);
    }
}
