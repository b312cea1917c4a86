package io.crmkit.appointment;

import io.crmkit.interaction.ProviderRef;
import java.util.List;

/**
 * What somebody comes back to.
 *
 * @param because the bookings that agree with it, the earliest first
 * @param bookings how many it was looked for in
 * @since 0.1
 */
public record Favourite<T>(T value, List<ProviderRef> because, int bookings) {
    public Favourite {
        because = List.copyOf(because);
    }

    /** How many bookings agree with it. */
    public int times() {
        return because.size();
    }

    /** Without what it is, which may be personal. */
    @Override
    public String toString() {
        return "Favourite[" + times() + " of " + bookings + "]";
    }
}
