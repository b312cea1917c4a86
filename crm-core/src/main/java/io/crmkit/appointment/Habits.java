package io.crmkit.appointment;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How somebody books, read off their {@value #NEWEST} latest bookings, since older ones say how it was. Days and hours are
 * those of each appointment's own zone, or of the tenant's where none was told. Each figure says on how many bookings it
 * rests and is empty below {@value #FEWEST}: two visits make one gap, and one gap is an accident. A favourite needs as many
 * bookings that agree with it.
 *
 * <p>A visit is an appointment attended. What suits somebody shows in what they attended or still have booked, not in what
 * they missed or called off.
 *
 * @param bookings how many are looked at
 * @param interval days from one day of a visit to the next, usually: the median, which one long absence does not move
 * @param perMonth visits in a month of 30.44 days on average, from the first to the last
 * @param days days of the week with two fifths of the bookings each, the best first: twice what chance gives to one of five
 *     working days
 * @param part the part of the day with two thirds of them: chance gives half to one of two
 * @param time the middle one, where more than half are within an hour of it
 * @param advance how long before its first time a booking is made on average: the mean
 * @param cancellations of what came to an end by them: attended, missed or called off by them or by nobody told
 * @param missed how many of what was attended or missed were missed
 * @param moved how many bookings were moved to another time
 * @param service what more than half are for
 * @param staff with whom more than half are
 * @since 0.1
 */
public record Habits(
        int bookings,
        Optional<Figure<Integer>> interval,
        Optional<Figure<Double>> perMonth,
        Optional<Favourite<List<DayOfWeek>>> days,
        Optional<Favourite<DayPart>> part,
        Optional<Favourite<LocalTime>> time,
        Optional<Figure<Duration>> advance,
        Optional<Figure<Cancellations>> cancellations,
        Optional<Figure<Integer>> missed,
        Optional<Figure<Integer>> moved,
        Optional<Favourite<String>> service,
        Optional<Favourite<String>> staff) {
    /** Figures rest on no fewer bookings. */
    public static final int FEWEST = 3;

    /** So many bookings are looked at. */
    public static final int NEWEST = 24;

    /** Who calls off less than a day before leaves a slot that is hard to fill. */
    public static final Duration LATE = Duration.ofHours(24);

    private static final double MONTH = 30.436875;

    /**
     * Read off bookings.
     *
     * @param appointments in any order
     * @param tenant the zone of those whose own is not known
     */
    public static Habits of(List<Appointment> appointments, ZoneId tenant) {
        List<Appointment> newest = appointments.stream()
                .sorted(Appointment.LATEST_FIRST)
                .limit(NEWEST)
                .toList();
        List<Slot> slots = Slot.of(newest, tenant);
        Favourites suiting = new Favourites(slots.stream().filter(Slot::suits).toList());
        List<LocalDate> visits = slots.stream()
                .filter(slot -> slot.appointment().attended())
                .map(slot -> slot.local().toLocalDate())
                .distinct()
                .toList();
        return new Habits(
                newest.size(),
                figure(median(gaps(visits)), visits.size()),
                figure(perMonth(visits), visits.size()),
                suiting.days(),
                suiting.part(),
                suiting.time(),
                advance(newest),
                cancellations(newest),
                figure(count(newest, AppointmentStatus.NO_SHOW), concluded(newest)),
                figure(
                        (int) newest.stream()
                                .filter(each -> each.reschedules() > 0)
                                .count(),
                        newest.size()),
                suiting.word(Appointment::service),
                suiting.word(Appointment::staff));
    }

    private static <T> Optional<Figure<T>> figure(T value, int bookings) {
        return bookings < FEWEST ? Optional.empty() : Optional.of(new Figure<>(value, bookings));
    }

    private static List<Long> gaps(List<LocalDate> visits) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < visits.size(); i++) {
            gaps.add(ChronoUnit.DAYS.between(visits.get(i - 1), visits.get(i)));
        }
        return gaps;
    }

    /** Between the middle two if there are two; 0 of none. */
    private static int median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        return count == 0 ? 0 : (int) Math.round((sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2.0);
    }

    private static double perMonth(List<LocalDate> visits) {
        return visits.size() < 2
                ? 0
                : (visits.size() - 1) * MONTH / ChronoUnit.DAYS.between(visits.get(0), visits.get(visits.size() - 1));
    }

    /** What was first told of after it began was not booked then. */
    private static Optional<Figure<Duration>> advance(List<Appointment> bookings) {
        List<Duration> advances = bookings.stream()
                .filter(each -> !each.starts().isEmpty()
                        && each.bookedAt().isBefore(each.starts().get(0)))
                .map(each -> Duration.between(each.bookedAt(), each.starts().get(0)))
                .toList();
        Duration sum = advances.stream().reduce(Duration.ZERO, Duration::plus);
        return figure(advances.isEmpty() ? sum : sum.dividedBy(advances.size()), advances.size());
    }

    private static Optional<Figure<Cancellations>> cancellations(List<Appointment> bookings) {
        List<Appointment> cancelled = bookings.stream()
                .filter(each -> each.status() == AppointmentStatus.CANCELLED)
                .filter(each -> each.cancelledBy() == null || each.cancelledBy() == Author.CUSTOMER)
                .toList();
        List<Long> notices = cancelled.stream()
                .flatMap(each -> notice(each).stream())
                .map(Duration::toMinutes)
                .toList();
        int late = (int)
                notices.stream().filter(minutes -> minutes < LATE.toMinutes()).count();
        Optional<Duration> usual =
                notices.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMinutes(median(notices)));
        return figure(new Cancellations(cancelled.size(), late, usual), cancelled.size() + concluded(bookings));
    }

    private static Optional<Duration> notice(Appointment cancelled) {
        Instant start = cancelled.start();
        Instant at = cancelled.cancelledAt();
        if (start == null || at == null) {
            return Optional.empty();
        }
        return Optional.of(at.isBefore(start) ? Duration.between(at, start) : Duration.ZERO);
    }

    private static int concluded(List<Appointment> bookings) {
        return count(bookings, AppointmentStatus.ATTENDED) + count(bookings, AppointmentStatus.NO_SHOW);
    }

    private static int count(List<Appointment> bookings, AppointmentStatus status) {
        return (int) bookings.stream().filter(each -> each.status() == status).count();
    }

    /** Without what they do, which is personal. */
    @Override
    public String toString() {
        return "Habits[" + bookings + " bookings]";
    }
}
