package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;

/**
 * Something that happened without being said.
 *
 * @since 0.1
 */
public record SystemEvent(Occurrence occurrence, EventKind kind, Content content) implements Interaction {
    @Override
    public SystemEvent in(ConversationId conversation) {
        return new SystemEvent(occurrence.in(conversation), kind, content);
    }

    @Override
    public SystemEvent of(ContactId contact) {
        return new SystemEvent(occurrence.of(contact), kind, content);
    }

    @Override
    public Naming naming() {
        return content.naming(occurredAt());
    }
}
