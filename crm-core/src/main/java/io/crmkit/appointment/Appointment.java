package io.crmkit.appointment;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of a contact as it stands: a function of everything told of it, whatever the order in which it came.
 *
 * @param ref the scheduler's id
 * @param zone null where the scheduler tells none: then it is the tenant's
 * @param bookedAt when it was first told of
 * @param changedAt when it was last told of
 * @param starts every time it was to begin at, the last one last
 * @param cancelledBy who cancelled it, where that was told
 * @since 0.1
 */
public record Appointment(
        ProviderRef ref,
        AppointmentStatus status,
        @Nullable Instant start,
        @Nullable ZoneId zone,
        @Nullable String service,
        @Nullable String staff,
        @Nullable Money price,
        @Nullable String source,
        Instant bookedAt,
        Instant changedAt,
        List<Instant> starts,
        @Nullable Author cancelledBy) {
    /** The latest to begin first; those without a time last. */
    public static final Comparator<Appointment> LATEST_FIRST = Comparator.comparing(
                    Appointment::start, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(Appointment::bookedAt, Comparator.reverseOrder())
            .thenComparing(appointment -> appointment.ref().id());

    public Appointment {
        starts = List.copyOf(starts);
    }

    /** @param told everything told of one appointment, at least one thing */
    static Appointment of(Collection<Dealing> told) {
        List<Dealing> inOrder = told.stream().sorted(Dealing.ORDER).toList();
        List<Booking> said =
                inOrder.stream().map(dealing -> (Booking) dealing.deal()).toList();
        Booking last = said.get(said.size() - 1);
        return new Appointment(
                inOrder.get(0).subject(),
                last.status(),
                latest(said, Booking::start),
                latest(said, Booking::zone),
                latest(said, Booking::service),
                latest(said, Booking::staff),
                latest(said, Booking::price),
                latest(said, Booking::source),
                inOrder.get(0).occurredAt(),
                inOrder.get(inOrder.size() - 1).occurredAt(),
                starts(said),
                last.status() == AppointmentStatus.CANCELLED ? last.by() : null);
    }

    private static <T> @Nullable T latest(List<Booking> said, Function<Booking, @Nullable T> part) {
        return said.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static List<Instant> starts(List<Booking> said) {
        List<Instant> starts = new ArrayList<>();
        for (Booking booking : said) {
            Instant start = booking.start();
            if (start != null
                    && (starts.isEmpty() || !starts.get(starts.size() - 1).equals(start))) {
                starts.add(start);
            }
        }
        return starts;
    }

    public boolean attended() {
        return status == AppointmentStatus.ATTENDED;
    }

    /** How often its time was changed. */
    public int reschedules() {
        return Math.max(0, starts.size() - 1);
    }

    public Optional<Instant> startsAt() {
        return Optional.ofNullable(start);
    }

    /** Without what it is for, which may be personal. */
    @Override
    public String toString() {
        return "Appointment[" + status + "]";
    }
}
