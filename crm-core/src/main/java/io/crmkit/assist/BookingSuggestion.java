package io.crmkit.assist;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.DayPart;
import io.crmkit.appointment.Habits;
import io.crmkit.interaction.ProviderRef;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to propose to a contact who has nothing booked, with what it rests on. Whether there is room is the
 * scheduler's to say.
 *
 * @since 0.1
 */
public sealed interface BookingSuggestion {
    /** The tenant's. */
    Locale locale();

    /** To be said to the contact, in the tenant's language. */
    default String text() {
        return in(locale());
    }

    /** The appointments it rests on, the earliest first; at least one. */
    List<ProviderRef> because();

    /**
     * The same in another language: Spanish (with voseo for Argentina, Uruguay and Paraguay), Portuguese or English;
     * Spanish for what is none of these.
     */
    default String in(Locale locale) {
        return Wording.of(locale).sentence(this);
    }

    /**
     * The slot they came to last, once more. What it cost then is with the visit; it may cost something else today.
     *
     * @param last the visit
     * @param lastAt when it was, in its own zone
     * @param next the same day of the week and time, tomorrow or later, a usual interval after the visit where that is
     *     known
     * @param zone of both
     */
    record SameSlot(Appointment last, LocalDateTime lastAt, LocalDateTime next, ZoneId zone, Locale locale)
            implements BookingSuggestion {
        @Override
        public List<ProviderRef> because() {
            return List.of(last.ref());
        }

        @Override
        public String toString() {
            return "SameSlot";
        }
    }

    /**
     * What suits them, going by when they book.
     *
     * @param days days of the week, at most two, the best first; empty if none stands out
     * @param part the part of the day, if one stands out on these days
     * @param bookings how many were looked at
     */
    record Pattern(List<DayOfWeek> days, Optional<DayPart> part, List<ProviderRef> because, int bookings, Locale locale)
            implements BookingSuggestion {
        public Pattern {
            days = List.copyOf(days);
            because = List.copyOf(because);
        }

        @Override
        public String toString() {
            return "Pattern";
        }
    }

    /**
     * They usually would have come again by now.
     *
     * @param last the latest visit
     * @param lastOn its day, in its own zone
     * @param elapsed days since, at least the interval
     * @param interval days between visits, usually: {@link Habits#interval()}
     * @param because the visits it is read off
     */
    record Proactive(
            Appointment last, LocalDate lastOn, int elapsed, int interval, List<ProviderRef> because, Locale locale)
            implements BookingSuggestion {
        public Proactive {
            because = List.copyOf(because);
        }

        @Override
        public String toString() {
            return "Proactive";
        }
    }
}
