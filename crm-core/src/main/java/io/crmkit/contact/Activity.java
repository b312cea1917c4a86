package io.crmkit.contact;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much happened with a contact and when, by provider time.
 *
 * @param first of anybody; null if nothing happened yet
 * @param interactions every entry of the timeline
 * @param fromCustomer messages by the customer
 * @param fromBusiness messages by bot and agents
 * @since 0.1
 */
public record Activity(
        @Nullable Instant first, @Nullable Instant last, int interactions, int fromCustomer, int fromBusiness) {
    /** Nothing happened. */
    public static final Activity NONE = new Activity(null, null, 0, 0, 0);

    public Optional<Instant> firstContactAt() {
        return Optional.ofNullable(first);
    }

    public Optional<Instant> lastContactAt() {
        return Optional.ofNullable(last);
    }
}
