package io.crmkit.interaction;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to what happened, for reading, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface Timelines {
    /** Where a page of a timeline went on. */
    record Cursor(Instant occurredAt, InteractionId id) {}

    /** Interactions of a contact, newest first, at most {@code limit}, older than the cursor; one index range a page. */
    List<Interaction> newest(ContactId contact, @Nullable Cursor olderThan, int limit);

    /** Interactions of a contact, oldest first, at most {@code limit}, newer than the cursor. */
    List<Interaction> oldest(ContactId contact, @Nullable Cursor newerThan, int limit);

    /** Conversations of a contact, newest first, at most {@code limit}, opened before the instant. */
    List<Conversation> conversations(ContactId contact, @Nullable Instant openedBefore, int limit);

    /** Everything in a conversation, oldest first, at most {@code limit}, newer than the cursor. */
    List<Interaction> entries(Conversation conversation, @Nullable Cursor newerThan, int limit);

    /** Who wrote when, without what: the newest messages of a contact, at most {@code limit}. */
    List<Beat> beats(ContactId contact, int limit);

    /** When a contact's latest message to an account was written, unless that was before a time. */
    Optional<Instant> heard(ContactId contact, ChannelAccount account, Instant since);

    /** These interactions, as far as they are there, in no particular order. */
    List<Interaction> find(Collection<InteractionId> ids);

    /** The same, and lets nobody change them until the unit of work ends. */
    List<Interaction> held(Collection<InteractionId> ids);

    /** The figures of a conversation, without reading what was said. */
    Tally tally(Conversation conversation);
}
