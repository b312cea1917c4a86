package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that happened with a contact: an entry of the timeline. Immutable.
 *
 * @since 0.1
 */
public sealed interface Interaction permits Message, SystemEvent, Dealing {
    /** By provider time; within the same instant the customer first, the business last, then by the provider's id. */
    Comparator<Interaction> TIMELINE = Comparator.comparing(Interaction::occurredAt)
            .thenComparing(Interaction::author, Comparator.comparing(Author::business))
            .thenComparing(Interaction::author)
            .thenComparing(interaction -> interaction.occurrence().ref().id());

    Occurrence occurrence();

    /** What it says, as far as it may be shown. */
    Content content();

    /** The same in another conversation. */
    Interaction in(ConversationId conversation);

    /** The same with another contact. */
    Interaction of(ContactId contact);

    /** What it says the contact is called: by the sender's name as it was first told, and by what came after. */
    Naming naming();

    /** Whether it belongs to a conversation. */
    default boolean threaded() {
        return true;
    }

    default InteractionId id() {
        return occurrence().id();
    }

    default Author author() {
        return occurrence().author();
    }

    default Instant occurredAt() {
        return occurrence().occurredAt();
    }
}
