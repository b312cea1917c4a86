package io.crmkit.interaction;

import java.util.UUID;

/**
 * The id of a conversation. When a late message bridges two, the earlier one's id stays.
 *
 * @since 0.1
 */
public record ConversationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
