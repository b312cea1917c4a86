package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import java.time.Instant;

/**
 * Where and when something happened, with whom and by whom.
 *
 * @param ref what makes it the same thing when it is told again
 * @param occurredAt provider time; every window and statistic uses it
 * @param receivedAt when capture saw it first
 * @since 0.1
 */
public record Occurrence(
        InteractionId id,
        ContactId contact,
        ConversationId conversation,
        ProviderRef ref,
        Author author,
        Instant occurredAt,
        Instant receivedAt) {

    Occurrence in(ConversationId other) {
        return new Occurrence(id, contact, other, ref, author, occurredAt, receivedAt);
    }

    Occurrence at(Instant other) {
        return new Occurrence(id, contact, conversation, ref, author, other, receivedAt);
    }

    Occurrence of(ContactId other) {
        return new Occurrence(id, other, conversation, ref, author, occurredAt, receivedAt);
    }
}
