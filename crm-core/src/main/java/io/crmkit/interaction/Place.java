package io.crmkit.interaction;

import org.jspecify.annotations.Nullable;

/**
 * A location the message shares, in degrees.
 *
 * @since 0.1
 */
public record Place(
        double latitude,
        double longitude,
        @Nullable String name,
        @Nullable String address) {
    /** Without the place, which is personal. */
    @Override
    public String toString() {
        return "Place[]";
    }
}
