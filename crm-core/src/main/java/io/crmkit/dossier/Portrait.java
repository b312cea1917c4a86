package io.crmkit.dossier;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Conversation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A contact with everything it has but the entries of its timeline.
 *
 * @param held every identifier it holds or held
 * @param absorbed the contacts that turned out to be it
 * @param merges those that stand, the last first
 * @since 0.1
 */
public record Portrait(
        Contact contact,
        Set<Tag> tags,
        Map<String, AttributeValue> attributes,
        List<Note> notes,
        List<Origins.Held> held,
        List<Conversation> conversations,
        List<Fact> facts,
        List<Absorbed> absorbed,
        List<MergeRecord> merges) {
    public Portrait {
        tags = Set.copyOf(tags);
        attributes = Map.copyOf(attributes);
        notes = List.copyOf(notes);
        held = List.copyOf(held);
        conversations = List.copyOf(conversations);
        facts = List.copyOf(facts);
        absorbed = List.copyOf(absorbed);
        merges = List.copyOf(merges);
    }

    public ContactId id() {
        return contact.id();
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "Portrait[" + contact.id() + "]";
    }
}
