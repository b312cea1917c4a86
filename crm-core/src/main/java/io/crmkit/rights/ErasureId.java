package io.crmkit.rights;

import java.util.UUID;

/**
 * The id of an erasure.
 *
 * @since 0.1
 */
public record ErasureId(UUID value) {
    public static ErasureId of(String text) {
        return new ErasureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
