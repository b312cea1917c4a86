package io.crmkit.interaction;

/**
 * How an appointment stands. Of what is said of the same instant, the later of these counts.
 *
 * @since 0.1
 */
public enum AppointmentStatus {
    BOOKED,
    CONFIRMED,
    RESCHEDULED,
    CANCELLED,
    NO_SHOW,
    ATTENDED;

    /** Whether it is still to take place. */
    public boolean ahead() {
        return this == BOOKED || this == CONFIRMED || this == RESCHEDULED;
    }
}
