package io.crmkit.interaction;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the host's scheduler or till says of one appointment or payment at a time. What it does not say stays as it was
 * said before.
 *
 * @since 0.1
 */
public sealed interface Deal permits Booking, Transfer {
    /** Everything it says, in order; null where it says nothing. */
    List<?> parts();

    /** The same for all that say the same. */
    default String digest() {
        String all = parts().stream()
                .map(part -> Objects.toString(part, ""))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
