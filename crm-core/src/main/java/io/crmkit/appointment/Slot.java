package io.crmkit.appointment;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** An appointment at the time the clock showed where it took place. */
record Slot(Appointment appointment, LocalDateTime local) {
    private static final int HOUR = 60;

    /** Those that have a time, the earliest first. */
    static List<Slot> of(Collection<Appointment> appointments, ZoneId tenant) {
        return appointments.stream()
                .flatMap(each -> each.localStart(tenant).map(local -> new Slot(each, local)).stream())
                .sorted(Comparator.comparing(Slot::local))
                .toList();
    }

    /** Whether it was kept, or may still be: what was called off or missed does not show what suits somebody. */
    boolean suits() {
        return appointment.attended() || appointment.status().ahead();
    }

    int minuteOfDay() {
        return local.getHour() * HOUR + local.getMinute();
    }

    /** Whether it is within an hour of a time of day, on the round clock. */
    boolean near(int minute) {
        int apart = Math.abs(minuteOfDay() - minute);
        return Math.min(apart, 24 * HOUR - apart) <= HOUR;
    }
}
