package io.crmkit.interaction;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduler says of an appointment; null is what it does not say.
 *
 * @param start when it begins
 * @param zone in which the appointment's times are read
 * @param service what it is for
 * @param staff who does it
 * @param price what it costs
 * @param source the campaign it came by
 * @param by who changed it, as a cancellation tells
 * @param local what the clock shows when it begins, where a zone is told: it stays what was agreed if the zone's rules
 *     change later
 * @since 0.1
 */
public record Booking(
        AppointmentStatus status,
        @Nullable Instant start,
        @Nullable ZoneId zone,
        @Nullable String service,
        @Nullable String staff,
        @Nullable Money price,
        @Nullable String source,
        @Nullable Author by,
        @Nullable LocalDateTime local)
        implements Deal {
    private static final int LONGEST = 500;

    public Booking {
        start = start == null ? null : start.truncatedTo(ChronoUnit.MICROS);
        service = word(service);
        staff = word(staff);
        source = word(source);
        local = local == null && start != null && zone != null ? LocalDateTime.ofInstant(start, zone) : local;
    }

    /** What begins at the local time that the zone's rules of today give. */
    public Booking(
            AppointmentStatus status,
            @Nullable Instant start,
            @Nullable ZoneId zone,
            @Nullable String service,
            @Nullable String staff,
            @Nullable Money price,
            @Nullable String source,
            @Nullable Author by) {
        this(status, start, zone, service, staff, price, source, by, null);
    }

    /** A change that says nothing but how the appointment stands. */
    public static Booking of(AppointmentStatus status) {
        return new Booking(status, null, null, null, null, null, null, null);
    }

    /** A change of an appointment that begins at a time. */
    public static Booking of(AppointmentStatus status, Instant start) {
        return new Booking(status, start, null, null, null, null, null, null);
    }

    public Booking service(String what, @Nullable String who) {
        return new Booking(status, start, zone, what, who, price, source, by, local);
    }

    public Booking at(Money cost) {
        return new Booking(status, start, zone, service, staff, cost, source, by, local);
    }

    public Booking in(ZoneId place) {
        return new Booking(status, start, place, service, staff, price, source, by);
    }

    /** Who changed it. */
    public Booking by(Author who) {
        return new Booking(status, start, zone, service, staff, price, source, who, local);
    }

    /** The campaign it came by. */
    public Booking from(String campaign) {
        return new Booking(status, start, zone, service, staff, price, campaign, by, local);
    }

    /** Without the local time, which follows: rules of the zone that changed meanwhile do not make it another change. */
    @Override
    public List<?> parts() {
        return Arrays.asList(status, start, zone, service, staff, price, source, by);
    }

    static @Nullable String word(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("What a deal says in words has at most " + LONGEST + " characters");
        }
        return text.strip();
    }

    /** Without what it is for, which may be personal. */
    @Override
    public String toString() {
        return "Booking[" + status + "]";
    }
}
