package io.crmkit.interaction;

import java.util.UUID;

/**
 * The id of a conversation. When a late message bridges two, the earlier one's id stays.
 *
 * @since 0.1
 */
public record ConversationId(UUID value) {
    /** Stands in until it is decided which conversation an interaction belongs to. */
    public static final ConversationId NONE = new ConversationId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
