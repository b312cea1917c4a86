package io.crmkit.appointment;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Money;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.time.LocalDateTime;
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
 * @param cancelledAt when it was cancelled; null where it is not
 * @param local what the clock shows when it begins, as it was agreed; null where no zone was told
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
        @Nullable Author cancelledBy,
        @Nullable Instant cancelledAt,
        @Nullable LocalDateTime local) {
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
                latest(cancelling(inOrder), dealing -> ((Booking) dealing.deal()).by()),
                cancelling(inOrder).stream()
                        .map(Dealing::occurredAt)
                        .findFirst()
                        .orElse(null),
                local(said));
    }

    /** What was told of its standing cancellation: said again without saying by whom, it is still theirs. */
    private static List<Dealing> cancelling(List<Dealing> inOrder) {
        int from = inOrder.size();
        while (from > 0 && ((Booking) inOrder.get(from - 1).deal()).status() == AppointmentStatus.CANCELLED) {
            from--;
        }
        return inOrder.subList(from, inOrder.size());
    }

    /** As told with the time it begins at; of a zone told apart from it, what the rules of today give. */
    private static @Nullable LocalDateTime local(List<Booking> said) {
        Instant start = latest(said, Booking::start);
        ZoneId zone = latest(said, Booking::zone);
        if (start == null || zone == null) {
            return null;
        }
        return said.stream()
                .filter(booking -> start.equals(booking.start()) && zone.equals(booking.zone()))
                .map(Booking::local)
                .filter(Objects::nonNull)
                .reduce((one, other) -> other)
                .orElseGet(() -> LocalDateTime.ofInstant(start, zone));
    }

    private static <S, T> @Nullable T latest(List<S> said, Function<S, @Nullable T> part) {
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

    /**
     * What the clock shows when it begins, as it was agreed.
     *
     * @param tenant in which it is read where the scheduler told no zone
     */
    public Optional<LocalDateTime> localStart(ZoneId tenant) {
        return local != null ? Optional.of(local) : startsAt().map(at -> LocalDateTime.ofInstant(at, tenant));
    }

    /** Whether its time has come; one without a time never begins. */
    public boolean begun(Instant now) {
        return start != null && !start.isAfter(now);
    }

    /** Whether it is still to take place: nobody called it off, and it has not begun. */
    public boolean aheadOf(Instant now) {
        return status.ahead() && !begun(now);
    }

    /** Without what it is for, which may be personal. */
    @Override
    public String toString() {
        return "Appointment[" + status + "]";
    }
}
