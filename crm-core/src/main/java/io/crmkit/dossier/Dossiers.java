package io.crmkit.dossier;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Note;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Timelines;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to what many contacts have at once, for reading, within one unit of work of one tenant. Costs the
 * same few statements however many contacts are asked for; a contact that has nothing of it is not in the answer.
 *
 * @since 0.1
 */
public interface Dossiers {
    /** Attributes by name. */
    Map<ContactId, Map<String, AttributeValue>> attributes(Collection<ContactId> contacts);

    /** Notes, the oldest first. */
    Map<ContactId, List<Note>> notes(Collection<ContactId> contacts);

    /** Conversations, the oldest first. */
    Map<ContactId, List<Conversation>> conversations(Collection<ContactId> contacts);

    /** Facts, by the time they were recorded. */
    Map<ContactId, List<Fact>> facts(Collection<ContactId> contacts);

    /** Where they come from. */
    Map<ContactId, Origins> origins(Collection<ContactId> contacts);

    /** All that happened with contacts of which the caller knows that it is not much, the oldest first. */
    Map<ContactId, List<Entry>> entries(Collection<ContactId> contacts);

    /** What happened with one contact, the oldest first, at most {@code limit}, newer than the cursor. */
    List<Entry> entries(ContactId contact, Timelines.@Nullable Cursor newerThan, int limit);
}
