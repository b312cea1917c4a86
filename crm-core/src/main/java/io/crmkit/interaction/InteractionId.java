package io.crmkit.interaction;

import java.util.UUID;

/**
 * The id of one interaction. It never changes, whichever contact or conversation the interaction ends up in.
 *
 * @since 0.1
 */
public record InteractionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
