package io.crmkit.request;

import java.util.UUID;

/**
 * The id of a person's request.
 *
 * @since 0.1
 */
public record RequestId(UUID value) {
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
