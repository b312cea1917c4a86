package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message of any type, by anybody, with everything that happened to it since.
 *
 * @param original what was first said; {@link #content()} is what may be shown
 * @since 0.1
 */
public record Message(Occurrence occurrence, Origin origin, Content original, Delivery delivery, Aftermath aftermath)
        implements Interaction {

    /** The better one last. Of two equally good ones the earlier counts, so that the order they came in decides nothing. */
    private static final Comparator<Message> TELLINGS = Comparator.comparing(Message::origin)
            .thenComparing(message -> !message.placeholder())
            .thenComparing(Message::occurredAt, Comparator.reverseOrder())
            .thenComparing(message -> String.valueOf(message.original.text()))
            .thenComparing(message -> String.valueOf(message.original.raw()));

    /** As it was said, before anything happened to it. */
    public static Message said(Occurrence occurrence, Origin origin, Content content) {
        Delivery delivery = occurrence.author().business() ? Delivery.PENDING : Delivery.RECEIVED;
        return new Message(occurrence, origin, content, delivery, Aftermath.NONE);
    }

    /** The newest edit, or what was first said; without any content once deleted. */
    @Override
    public Content content() {
        if (aftermath.deletedAt() != null) {
            return Content.of(original.type(), null, null);
        }
        List<MessageEdited> edits = aftermath.edits();
        return edits.isEmpty() ? original : edits.get(edits.size() - 1).content();
    }

    /** How far it got. */
    public DeliveryState state() {
        return delivery.state();
    }

    /** The reactions that stand. */
    public List<Reacted> reactions() {
        return aftermath.reactions().stream().filter(r -> !r.emoji().isEmpty()).toList();
    }

    public Optional<Instant> editedAt() {
        List<MessageEdited> edits = aftermath.edits();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(edits.get(edits.size() - 1).at());
    }

    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(aftermath.deletedAt());
    }

    /** This after one more update; equal to this if the update says nothing new. */
    public Message after(MessageUpdate update) {
        if (update instanceof StatusReached status) {
            // What is not of the business has arrived by being here; only its own travels.
            return author().business() ? with(delivery.and(status), aftermath) : this;
        } else if (update instanceof MessageEdited edit) {
            return with(delivery, aftermath.and(edit));
        } else if (update instanceof MessageDeleted deletion) {
            return with(delivery, aftermath.and(deletion));
        }
        return with(delivery, aftermath.and((Reacted) update));
    }

    /** This, with what the contact was called when the provider told of an update. */
    public Message telling(Naming naming) {
        return with(delivery, aftermath.and(naming));
    }

    /** Whether another telling of the same message knows it better than this one. */
    public boolean yieldsTo(Message telling) {
        return TELLINGS.compare(telling, this) > 0;
    }

    /** The better telling, with what happened to this one. */
    public Message retold(Message telling) {
        Occurrence now = telling.occurrence;
        Occurrence kept = new Occurrence(
                id(),
                occurrence.contact(),
                occurrence.conversation(),
                occurrence.ref(),
                now.author(),
                now.occurredAt(),
                occurrence.receivedAt());
        return new Message(kept, telling.origin, telling.original, delivery, aftermath);
    }

    @Override
    public Naming naming() {
        return original.naming(occurredAt()).and(aftermath.told());
    }

    private boolean placeholder() {
        return original.type().equals("media_placeholder");
    }

    private Message with(Delivery newDelivery, Aftermath newAftermath) {
        return new Message(occurrence, origin, original, newDelivery, newAftermath);
    }

    @Override
    public Message in(ConversationId conversation) {
        return new Message(occurrence.in(conversation), origin, original, delivery, aftermath);
    }

    @Override
    public Message of(ContactId contact) {
        return new Message(occurrence.of(contact), origin, original, delivery, aftermath);
    }
}
