package io.crmkit.tenant;

import io.crmkit.consent.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and how often a tenant writes to a contact of its own accord. Answers are never held back.
 *
 * @param quietFrom when quiet hours begin where the contact is
 * @param quietUntil when they end, the next day if that is earlier; there are none if it is the same
 * @param quiet what is not sent in quiet hours; never {@link Purpose#ANSWER}
 * @param most how many marketing messages a contact is sent within that time, at least 1
 * @param within 1 minute to 366 days
 * @param zoneAttribute the attribute of contacts that names their zone, such as {@code America/Manaus}; null if there is
 *     none. Without it a contact's zone is that of their phone number, as far as that tells, or else the tenant's
 * @since 0.1
 */
public record OutreachLimits(
        LocalTime quietFrom,
        LocalTime quietUntil,
        Set<Purpose> quiet,
        int most,
        Duration within,
        @Nullable String zoneAttribute) {
    /** No marketing from nine in the evening to eight in the morning, nor more than three times in seven days. */
    public static final OutreachLimits DEFAULT = new OutreachLimits(
            LocalTime.of(21, 0), LocalTime.of(8, 0), Set.of(Purpose.MARKETING), 3, Duration.ofDays(7), null);

    public OutreachLimits {
        quiet = Set.copyOf(quiet);
        if (quiet.contains(Purpose.ANSWER)) {
            throw new IllegalArgumentException("Answers have no quiet hours");
        }
        if (most < 1 || within.compareTo(Duration.ofMinutes(1)) < 0 || within.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("At least one message within 1 minute to 366 days");
        }
    }

    /** With other quiet hours; none if both times are the same. */
    public OutreachLimits quiet(LocalTime from, LocalTime until, Purpose... purposes) {
        return new OutreachLimits(from, until, Set.of(purposes), most, within, zoneAttribute);
    }

    /** With so many marketing messages within a time. */
    public OutreachLimits atMost(int messages, Duration time) {
        return new OutreachLimits(quietFrom, quietUntil, quiet, messages, time, zoneAttribute);
    }

    /** With the zone that this attribute of a contact names. */
    public OutreachLimits zonedBy(String attribute) {
        return new OutreachLimits(quietFrom, quietUntil, quiet, most, within, attribute);
    }

    /** When the quiet hours end that it is in now in this zone; empty if it is in none. */
    public Optional<Instant> quietUntil(Purpose purpose, Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean begun = !time.isBefore(quietFrom);
        boolean over = !time.isBefore(quietUntil);
        boolean night = quietUntil.isBefore(quietFrom);
        boolean hushed = night ? begun || !over : begun && !over;
        if (!quiet.contains(purpose) || !hushed) {
            return Optional.empty();
        }
        return Optional.of(local.toLocalDate()
                .plusDays(night && begun ? 1 : 0)
                .atTime(quietUntil)
                .atZone(zone)
                .toInstant());
    }
}
