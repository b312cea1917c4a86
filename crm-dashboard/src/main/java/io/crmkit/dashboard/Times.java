package io.crmkit.dashboard;

import io.crmkit.ai.FactValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;

/** Times as a tenant's staff reads them. */
record Times(Words words, ZoneId zone, Instant now) {
    private static final int WEEKS_FROM = 14;
    private static final int MONTHS_FROM = 60;
    private static final int YEARS_FROM = 730;

    /** Day and time. */
    String moment(Instant at) {
        return moment(LocalDateTime.ofInstant(at, zone));
    }

    String moment(LocalDateTime at) {
        return written("format.moment").format(at);
    }

    /** What was said of a time, no more exactly than it was said. */
    String moment(FactValue.Moment said) {
        boolean days = said.grain().compareTo(FactValue.Moment.Grain.DAY) <= 0;
        LocalDateTime end = said.end();
        String from = days ? date(said.start().toLocalDate()) : moment(said.start());
        if (end == null) {
            return from;
        } else if (end.equals(FactValue.Moment.OPEN)) {
            return words.say("moment.from", from);
        }
        LocalDate last = end.toLocalDate().minusDays(1);
        if (days) {
            return last.equals(said.start().toLocalDate()) ? from : from + " – " + date(last);
        }
        return from + " – " + written("format.time").format(end);
    }

    String time(Instant at) {
        return written("format.time").format(LocalDateTime.ofInstant(at, zone));
    }

    /** A day of the week and of the year; today and yesterday by their names. */
    String day(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return words.say("day.today");
        } else if (day.equals(today.minusDays(1))) {
            return words.say("day.yesterday");
        }
        return written(day.getYear() == today.getYear() ? "format.day" : "format.day.year")
                .format(day);
    }

    String date(Instant at) {
        return date(LocalDate.ofInstant(at, zone));
    }

    String date(LocalDate day) {
        return written("format.date").format(day);
    }

    /** As an attribute of a {@code time} element has it. */
    String machine(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long ago, roughly. */
    String ago(Instant at) {
        Duration since = Duration.between(at, now);
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(at, zone), LocalDate.ofInstant(now, zone));
        if (since.toMinutes() < 1) {
            return words.say("ago.now");
        } else if (since.toHours() < 1) {
            return words.count("ago.minutes", since.toMinutes());
        } else if (since.toHours() < 24) {
            return words.count("ago.hours", since.toHours());
        } else if (days < WEEKS_FROM) {
            return words.count("ago.days", days);
        } else if (days < MONTHS_FROM) {
            return words.count("ago.weeks", days / 7);
        } else if (days < YEARS_FROM) {
            return words.count("ago.months", days / 30);
        }
        return words.count("ago.years", days / 365);
    }

    /** For how long something has waited. */
    String waited(Instant since) {
        return words.duration(Duration.between(since, now));
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, words.locale());
    }

    String shortDay(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, words.locale());
    }

    private DateTimeFormatter written(String key) {
        return DateTimeFormatter.ofPattern(words.say(key), words.locale());
    }
}
