package io.crmkit.ai.rules;

import io.crmkit.ai.FactValue.Moment.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The days words speak of, counted from the day they were written. */
final class Dates {
    private static final Set<String> ARTICLES =
            Set.of("el", "la", "o", "a", "the", "no", "na", "on", "este", "esta", "al", "del", "do", "da", "ao");

    /** These lead to a day and are no part of it. */
    private static final Set<String> UNSAID = Set.of("no", "na", "on", "al", "del", "do", "da", "ao", "the");

    private final Reading reading;
    private final Words words;
    private final Hits hits;
    private final LocalDate today;
    private final DayNumbers numbers;

    Dates(Reading reading) {
        this.reading = reading;
        this.words = reading.words();
        this.hits = reading.hits();
        this.today = reading.sentAt().toLocalDate();
        this.numbers = new DayNumbers(reading);
    }

    /** The days whose words begin here; null if none do. */
    @Nullable Span at(int from) {
        boolean portuguese = words.at(from).is("o") || words.at(from).is("a");
        boolean article =
                ARTICLES.contains(words.at(from).plain()) && (!portuguese || reading.language() == Language.PT);
        int core = article ? from + 1 : from;
        boolean day = words.at(core).is("dia");
        Span found = numbers.at(day ? core + 1 : core, article || day);
        found = found == null ? offset(core) : found;
        found = found == null ? weekday(core) : found;
        found = found == null ? section(core) : found;
        found = found == null ? stretch(core) : found;
        found = found == null ? holiday(core) : found;
        found = found == null && !article ? relative(core) : found;
        if (found == null) {
            return null;
        }
        boolean bound = UNSAID.contains(words.at(from).plain());
        return bound ? found : found.since(from);
    }

    private @Nullable Span offset(int at) {
        Hit hit = hits.at(Meaning.DAY, at);
        if (hit == null || morningHere(at)) {
            return null;
        }
        LocalDate day = today.plusDays(hit.number());
        return Span.day(day, at, hit.to()).back(hit.number() < 0);
    }

    /** "Mañana" is the morning in "a la mañana". */
    private boolean morningHere(int at) {
        for (int from = at - 1; from >= at - 3; from--) {
            Hit part = hits.at(Meaning.PART, from);
            if (part != null && part.to() > at) {
                return true;
            }
        }
        Hit half = hits.at(Meaning.AM, at - 2);
        return half != null && half.to() > at;
    }

    private @Nullable Span weekday(int at) {
        Hit next = hits.at(Meaning.NEXT, at);
        Hit last = hits.at(Meaning.LAST, at);
        Hit current = hits.at(Meaning.THIS, at);
        Hit lead = next != null ? next : last != null ? last : current;
        Hit day = hits.at(Meaning.WEEKDAY, lead == null ? at : lead.to());
        if (day == null || doubtful(day)) {
            return null;
        }
        int to = day.to();
        Hit after = hits.at(Meaning.NEXT, to);
        Hit before = hits.at(Meaning.LAST, to);
        Hit ofWeek = hits.at(Meaning.THIS, to);
        if (after != null) {
            next = after;
            to = after.to();
        } else if (before != null && lead == null) {
            last = before;
            to = before.to();
        } else if (ofWeek != null && words.at(to).is("de")) {
            to = ofWeek.to();
        }
        Span number = numbers.afterWeekday(to, day.number());
        if (number != null) {
            return number.since(at);
        }
        DayOfWeek weekday = DayOfWeek.of(day.number());
        if (last != null) {
            return Span.day(today.with(TemporalAdjusters.previous(weekday)), at, to)
                    .back(true);
        }
        LocalDate coming = today.with(TemporalAdjusters.next(weekday));
        boolean week = next != null && (says(next, "semana") || says(next, "week"));
        boolean skip = next != null && (week || reading.language() != Language.ES);
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return Span.day(skip ? monday.plusDays(day.number() - 1L) : coming, at, to);
    }

    private boolean says(Hit hit, String word) {
        for (int i = hit.from(); i < hit.to(); i++) {
            if (words.at(i).is(word)) {
                return true;
            }
        }
        return false;
    }

    /** "Sat", "sun" and "ter" are words of their own. */
    private boolean doubtful(Hit day) {
        Word word = words.at(day.from());
        Word next = words.at(day.to());
        boolean mark = next.is(".")
                || next.is(",")
                || next.digits()
                || words.size() <= 2
                || words.capital(day.from()) && day.from() > 0;
        boolean ordinal =
                reading.language() == Language.PT && word.is("segunda") && (next.is("vez") || next.is("sessao"));
        return ordinal || word.plain().length() <= 3 && reading.language() != Language.ES && !mark;
    }

    /** "La semana que viene", "next month", "este finde". */
    private @Nullable Span stretch(int at) {
        Hit lead = first(at);
        int core = lead == null ? at : lead.to();
        Hit weekend = hits.at(Meaning.WEEKEND, core);
        Hit unit = hits.at(Meaning.UNIT, core);
        Hit whole = weekend == null ? unit : weekend;
        if (whole == null) {
            return null;
        }
        int to = whole.to();
        Hit after = hits.at(Meaning.NEXT, to) != null ? hits.at(Meaning.NEXT, to) : hits.at(Meaning.LAST, to);
        Hit how = after == null ? lead : after;
        to = after == null ? to : after.to();
        if (how == null && weekend == null) {
            return null;
        }
        int shift = how == null || how.meaning() == Meaning.THIS ? 0 : how.meaning() == Meaning.NEXT ? 1 : -1;
        if (weekend != null) {
            LocalDate saturday =
                    today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)).plusWeeks(shift < 0 ? -1 : 0);
            saturday = shift > 0 && today.getDayOfWeek().getValue() >= 5 ? saturday.plusWeeks(1) : saturday;
            return Span.days(saturday, saturday.plusDays(2), Grain.DAY, at, to).back(shift < 0);
        }
        return unit(whole.code(), shift, at, to);
    }

    private @Nullable Hit first(int at) {
        Hit next = hits.at(Meaning.NEXT, at);
        Hit last = hits.at(Meaning.LAST, at);
        return next != null
                ? next
                : last != null
                        ? last
                        : hits.at(
                                Meaning.THIS,
                                words.at(at - 1).is("esta") || words.at(at - 1).is("este") ? at - 1 : at);
    }

    private @Nullable Span unit(String unit, int shift, int from, int to) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(shift);
        LocalDate month = today.withDayOfMonth(1).plusMonths(shift);
        LocalDate year = today.withDayOfYear(1).plusYears(shift);
        Span span = switch (unit) {
            case "WEEK" -> Span.days(monday, monday.plusWeeks(1), Grain.WEEK, from, to);
            case "MONTH" -> Span.days(month, month.plusMonths(1), Grain.MONTH, from, to);
            case "YEAR" -> Span.days(year, year.plusYears(1), Grain.YEAR, from, to);
            default -> null;
        };
        return span == null ? null : span.back(shift < 0);
    }

    /** "A fines de marzo", "a principios de mes". */
    private @Nullable Span section(int at) {
        Hit section = hits.at(Meaning.SECTION, at);
        if (section == null) {
            return null;
        }
        int core = ARTICLES.contains(words.at(section.to()).plain()) ? section.to() + 1 : section.to();
        Span whole = month(core);
        whole = whole == null ? stretch(core) : whole;
        Hit unit = hits.at(Meaning.UNIT, core);
        whole = whole == null && unit != null ? unit(unit.code(), 0, core, unit.to()) : whole;
        if (whole == null) {
            return null;
        }
        long third = Math.max(1, java.time.temporal.ChronoUnit.DAYS.between(whole.start(), whole.end()) / 3);
        LocalDate second = whole.start().plusDays(third);
        LocalDate last = second.plusDays(third);
        return switch (section.code()) {
            case "start" -> Span.days(whole.start(), second, Grain.DAY, at, whole.to());
            case "middle" -> Span.days(second, last, Grain.DAY, at, whole.to());
            case "first_week" -> Span.days(whole.start(), whole.start().plusWeeks(1), Grain.DAY, at, whole.to());
            case "last_week" -> Span.days(whole.end().minusWeeks(1), whole.end(), Grain.DAY, at, whole.to());
            default -> Span.days(last, whole.end(), Grain.DAY, at, whole.to());
        };
    }

    /** The next month of this name. */
    private @Nullable Span month(int at) {
        Hit month = hits.at(Meaning.MONTH, at);
        if (month == null) {
            return null;
        }
        LocalDate first = today.withDayOfMonth(1).withMonth(month.number());
        first = month.number() < today.getMonthValue() ? first.plusYears(1) : first;
        return Span.days(first, first.plusMonths(1), Grain.MONTH, at, month.to());
    }

    private @Nullable Span holiday(int at) {
        Hit hit = hits.at(Meaning.HOLIDAY, at);
        if (hit == null) {
            return null;
        }
        LocalDate day = Holidays.next(hit.code(), today);
        return Span.day(day, at, hit.to());
    }

    /** "En tres días", "in two weeks", "hace un mes", "3 days ago"; "en marzo". */
    private @Nullable Span relative(int at) {
        Hit within = hits.at(Meaning.WITHIN, at);
        Hit ago = hits.at(Meaning.AGO, at);
        if (within != null && ago == null) {
            Span month = month(within.to());
            if (month != null) {
                return month;
            }
        }
        int core = within != null ? within.to() : ago != null ? ago.to() : at;
        Numbers number = Numbers.small(reading, core);
        Hit unit = number == null ? null : hits.at(Meaning.UNIT, number.to());
        if (number == null || unit == null || number.whole() > 400) {
            return null;
        }
        boolean back = ago != null
                || words.at(unit.to()).is("ago")
                || words.at(unit.to()).is("atras");
        if (within == null && !back) {
            return null;
        }
        int to = back && ago == null ? unit.to() + 1 : unit.to();
        return away(unit.code(), back ? -number.whole() : number.whole(), at, to)
                .back(back);
    }

    private Span away(String unit, int count, int from, int to) {
        LocalDateTime now = reading.sentAt();
        return switch (unit) {
            case "MINUTE" -> exact(now.plusMinutes(count), from, to);
            case "HOUR" -> exact(now.plusHours(count), from, to);
            case "DAY" -> Span.day(today.plusDays(count), from, to);
            case "WEEK" -> Span.day(today.plusWeeks(count), from, to);
            case "MONTH" -> Span.day(today.plusMonths(count), from, to);
            default -> Span.day(today.plusYears(count), from, to);
        };
    }

    private static Span exact(LocalDateTime time, int from, int to) {
        return Span.day(time.toLocalDate(), from, to).at(time.toLocalTime());
    }
}
