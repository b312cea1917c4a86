package io.crmkit.interaction;

import java.time.Instant;

/**
 * The provider reported how far a message got.
 *
 * @param state one of sent, delivered, read, played, failed
 * @param error what went wrong; empty texts and code 0 unless failed
 * @since 0.1
 */
public record StatusReached(DeliveryState state, Instant at, ProviderError error) implements MessageUpdate {
    /** The error of a status that is none. */
    public static final ProviderError NO_ERROR = new ProviderError(0, "", "");

    public StatusReached {
        if (state.compareTo(DeliveryState.SENT) < 0) {
            throw new IllegalArgumentException("A status is one of sent, delivered, read, played, failed");
        }
    }

    public StatusReached(DeliveryState state, Instant at) {
        this(state, at, NO_ERROR);
    }
}
