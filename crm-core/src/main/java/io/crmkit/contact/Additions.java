package io.crmkit.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to what people add to contacts by hand, within one unit of work of one tenant. When contacts turn out
 * to be one, the survivor has the tags and notes of both, its own attributes before the other's, and is blocked if one
 * of them was. What is added to a contact that is not held is undefined.
 *
 * @since 0.1
 */
public interface Additions {
    /** Where a page of notes went on. */
    record Cursor(Instant writtenAt, UUID id) {}

    /**
     * To each of these contacts that there is, the contact itself or the one that absorbed it; until the unit of work ends
     * nobody else adds to those or joins them.
     */
    Map<ContactId, ContactId> hold(Set<ContactId> ids);

    /** One contact, or the one that absorbed it, held. */
    default Optional<ContactId> hold(ContactId id) {
        return Optional.ofNullable(hold(Set.of(id)).get(id));
    }

    /** Puts tags on contacts; those that lacked one. */
    Set<ContactId> tag(Map<ContactId, Set<Tag>> tags);

    /** Takes tags off contacts; those that had one. */
    Set<ContactId> untag(Map<ContactId, Set<Tag>> tags);

    /** Sets the status by hand, null lets it follow from activity again; those of which it was another. */
    Set<ContactId> status(Set<ContactId> contacts, @Nullable ContactStatus status);

    void note(ContactId contact, Note note);

    /** A contact's notes, newest first, at most {@code limit}, older than the cursor. */
    List<Note> notes(ContactId contact, @Nullable Cursor olderThan, int limit);

    /** Sets an attribute, or forgets it if the value is null. */
    void set(ContactId contact, AttributeType type, @Nullable AttributeValue value);

    /** What attributes a contact has, by name. */
    Map<String, AttributeValue> attributes(ContactId contact);
}
