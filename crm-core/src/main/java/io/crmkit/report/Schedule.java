package io.crmkit.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * On which days of a tenant's calendar something is made, and at what time of day. On each of them it is made once: where
 * clocks go forward over the time, as much later as they do; where they go back over it, the first time it is reached.
 *
 * @since 0.1
 */
public sealed interface Schedule {
    /** The time of day on the tenant's clocks. */
    LocalTime at();

    /** The first of its days from a day on, that included. */
    LocalDate from(LocalDate day);

    /** Every day. */
    record Daily(LocalTime at) implements Schedule {
        @Override
        public LocalDate from(LocalDate day) {
            return day;
        }
    }

    /** Every week on a day of it. */
    record Weekly(DayOfWeek day, LocalTime at) implements Schedule {
        @Override
        public LocalDate from(LocalDate first) {
            return first.with(TemporalAdjusters.nextOrSame(day));
        }
    }

    /**
     * Every month on a day of it.
     *
     * @param day 1 to 31; in a month that is shorter, its last day
     */
    record Monthly(int day, LocalTime at) implements Schedule {
        public Monthly {
            if (day < 1 || day > 31) {
                throw new IllegalArgumentException("The day of a month is 1 to 31");
            }
        }

        @Override
        public LocalDate from(LocalDate first) {
            LocalDate here = in(YearMonth.from(first));
            return here.isBefore(first) ? in(YearMonth.from(first).plusMonths(1)) : here;
        }

        private LocalDate in(YearMonth month) {
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
    }

    /** When it is next, after a moment. */
    default Instant after(Instant moment, ZoneId zone) {
        LocalDate day = from(moment.atZone(zone).toLocalDate().minusDays(1));
        Instant next = day.atTime(at()).atZone(zone).toInstant();
        while (!next.isAfter(moment)) {
            day = from(day.plusDays(1));
            next = day.atTime(at()).atZone(zone).toInstant();
        }
        return next;
    }
}
