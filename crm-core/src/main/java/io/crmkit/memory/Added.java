package io.crmkit.memory;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people added to a contact; the newest note comes first. */
record Added(
        @Nullable ContactStatus status, SortedSet<Tag> tags, List<Note> notes, Map<String, AttributeValue> attributes) {
    static final Comparator<Note> NEWEST_FIRST = Comparator.comparing(Note::writtenAt)
            .thenComparing(Note::id, TenantState.IDS)
            .reversed();

    static final Added NOTHING = new Added(null, new TreeSet<>(), List.of(), Map.of());

    Added {
        tags = new TreeSet<>(tags);
        notes = List.copyOf(notes);
        attributes = Map.copyOf(attributes);
    }

    /** With what was added to a contact that turned out to be the same. */
    Added and(Added other) {
        boolean blocked = status == ContactStatus.BLOCKED || other.status == ContactStatus.BLOCKED;
        SortedSet<Tag> allTags = new TreeSet<>(tags);
        allTags.addAll(other.tags);
        List<Note> allNotes = new ArrayList<>(notes);
        allNotes.addAll(other.notes);
        allNotes.sort(NEWEST_FIRST);
        Map<String, AttributeValue> all = new HashMap<>(other.attributes);
        all.putAll(attributes);
        return new Added(
                blocked ? ContactStatus.BLOCKED : status != null ? status : other.status, allTags, allNotes, all);
    }

    /** Without what came from the other to what there was before, and was not set anew since. */
    Added without(Added other, Added before) {
        SortedSet<Tag> ownTags = new TreeSet<>(tags);
        other.tags.stream().filter(tag -> !before.tags.contains(tag)).forEach(ownTags::remove);
        List<Note> ownNotes =
                notes.stream().filter(note -> !other.notes.contains(note)).toList();
        Map<String, AttributeValue> own = new HashMap<>(attributes);
        other.attributes.forEach((name, value) -> {
            if (!before.attributes.containsKey(name)) {
                own.remove(name, value);
            }
        });
        return new Added(status, ownTags, ownNotes, own);
    }
}
