package io.crmkit.assist;

import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.DayPart;
import io.crmkit.appointment.Favourite;
import io.crmkit.appointment.Habits;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody booked and how, in the words of one language. */
record Bookings(Wording wording, ZoneId tenant) {
    /** When, what for, with whom and for how much. */
    String line(Appointment appointment) {
        List<String> parts = new ArrayList<>();
        appointment.localStart(tenant).ifPresent(local -> parts.add(wording.moment(local, true)));
        Stream.of(appointment.service(), appointment.staff())
                .flatMap(Stream::ofNullable)
                .forEach(parts::add);
        Optional.ofNullable(appointment.price()).map(wording::price).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /** What stands out; empty if nothing does. */
    List<String> lines(Habits habits) {
        List<String> lines = new ArrayList<>();
        habits.interval().ifPresent(found -> lines.add(wording.say("habit.interval", found.value())));
        habits.days()
                .map(Favourite::value)
                .filter(days -> days.size() <= 2)
                .ifPresent(days -> lines.add(prefers(days)));
        habits.part().ifPresent(found -> lines.add(prefers(found.value())));
        habits.advance()
                .ifPresent(found ->
                        lines.add(wording.say("habit.advance", found.value().toDays())));
        habits.cancellations()
                .filter(found -> found.value().cancelled() > 0)
                .ifPresent(found ->
                        lines.add(wording.say("habit.cancelled", found.value().cancelled(), found.bookings())));
        habits.missed()
                .filter(found -> found.value() > 0)
                .ifPresent(found -> lines.add(wording.say("habit.missed", found.value(), found.bookings())));
        habits.moved()
                .filter(found -> found.value() > 0)
                .ifPresent(found -> lines.add(wording.say("habit.moved", found.value(), found.bookings())));
        habits.service().ifPresent(found -> lines.add(wording.say("habit.usual", found.value())));
        return List.copyOf(lines);
    }

    private String prefers(List<DayOfWeek> days) {
        return wording.say("habit.prefers", wording.days(days));
    }

    private String prefers(DayPart part) {
        return wording.say("habit.prefers", wording.part(part));
    }
}
