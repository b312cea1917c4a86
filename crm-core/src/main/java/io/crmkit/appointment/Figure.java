package io.crmkit.appointment;

/**
 * A figure read off somebody's bookings.
 *
 * @param bookings on how many it rests
 * @since 0.1
 */
public record Figure<T>(T value, int bookings) {}
