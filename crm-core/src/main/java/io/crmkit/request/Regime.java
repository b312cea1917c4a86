package io.crmkit.request;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * By which law a request is to be answered, and so by when. Days are those of the tenant's zone, counted from the day after
 * the request came; a deadline is the end of its last day. Public holidays are not known here: where a law counts working
 * days, or moves a deadline that ends on one, the true deadline may be later, never earlier.
 *
 * @since 0.1
 */
public enum Regime {
    /** The European Union's regulation, article 12: a month, and two more where that is told within the first. */
    GDPR,
    /** Brazil's, article 19: fifteen days for the full account of what is held; the same is taken for all the rest. */
    LGPD,
    /** Argentina's 25.326, articles 14 and 16: ten days to tell, five working days to change or remove. */
    LEY_25326;

    private static final int WORKING_DAYS = 5;

    /** Until when something asked for has to be done: the first instant that is too late. */
    public Instant due(PersonRequest.Kind kind, Instant receivedAt, ZoneId zone) {
        LocalDate received = receivedAt.atZone(zone).toLocalDate();
        LocalDate last = switch (this) {
            case GDPR -> received.plusMonths(1);
            case LGPD -> received.plusDays(15);
            case LEY_25326 -> kind.tells() ? received.plusDays(10) : workingDays(received);
        };
        return endOf(last, zone);
    }

    /** The same where it is extended; empty where the law knows no extension. */
    public Optional<Instant> extended(Instant receivedAt, ZoneId zone) {
        return this == GDPR
                ? Optional.of(endOf(receivedAt.atZone(zone).toLocalDate().plusMonths(3), zone))
                : Optional.empty();
    }

    private static LocalDate workingDays(LocalDate received) {
        LocalDate day = received;
        int left = WORKING_DAYS;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
