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
     * The contact, or the one that absorbed it; until the unit of work ends nobody else adds to it or joins it. Empty if
     * there is none.
     */
    Optional<ContactId> hold(ContactId id);

    /** Puts tags on a contact and takes others off; those that are there or not there already change nothing. */
    void tag(ContactId contact, Set<Tag> on, Set<Tag> off);

    /** Sets the status by hand; null lets it follow from activity again. */
    void status(ContactId contact, @Nullable ContactStatus status);

    void note(ContactId contact, Note note);

    /** A contact's notes, newest first, at most {@code limit}, older than the cursor. */
    List<Note> notes(ContactId contact, @Nullable Cursor olderThan, int limit);

    /** Sets an attribute, or forgets it if the value is null. */
    void set(ContactId contact, AttributeType type, @Nullable AttributeValue value);

    /** What attributes a contact has, by name. */
    Map<String, AttributeValue> attributes(ContactId contact);
}
