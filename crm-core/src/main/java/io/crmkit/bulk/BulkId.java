package io.crmkit.bulk;

import java.util.UUID;

/**
 * The id of a bulk job.
 *
 * @since 0.1
 */
public record BulkId(UUID value) {
    public static BulkId of(String text) {
        return new BulkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
