package io.crmkit.appointment;

import java.time.LocalTime;

/**
 * A part of the day as people speak of it.
 *
 * @since 0.1
 */
public enum DayPart {
    /** From 5:00. */
    MORNING,
    /** From 12:00. */
    AFTERNOON,
    /** From 19:00. */
    EVENING;

    /** The part a time is in. */
    public static DayPart of(LocalTime time) {
        int hour = time.getHour();
        return hour < 5 || hour >= 19 ? EVENING : hour < 12 ? MORNING : AFTERNOON;
    }
}
