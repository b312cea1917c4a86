package io.crmkit.memory;

import io.crmkit.contact.Additions;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What people added to the contacts of one tenant in memory. */
record MemoryAdditions(TenantState state) implements Additions {
    @Override
    public Map<ContactId, ContactId> hold(Set<ContactId> ids) {
        Map<ContactId, ContactId> held = new HashMap<>();
        for (ContactId id : ids) {
            ContactId survivor = state.survivor(id);
            if (state.contacts.get(survivor) != null) {
                held.put(id, survivor);
            }
        }
        return held;
    }

    @Override
    public Set<ContactId> tag(Map<ContactId, Set<Tag>> tags) {
        return retag(tags, Set::addAll);
    }

    @Override
    public Set<ContactId> untag(Map<ContactId, Set<Tag>> tags) {
        return retag(tags, Set::removeAll);
    }

    private Set<ContactId> retag(Map<ContactId, Set<Tag>> tags, BiPredicate<Set<Tag>, Set<Tag>> change) {
        Set<ContactId> changed = new HashSet<>();
        tags.forEach((contact, some) -> {
            Added known = state.added(contact);
            SortedSet<Tag> all = new TreeSet<>(known.tags());
            if (change.test(all, some)) {
                state.added.put(contact, new Added(known.status(), all, known.notes(), known.attributes()));
                changed.add(contact);
            }
        });
        return changed;
    }

    @Override
    public Set<ContactId> status(Set<ContactId> contacts, @Nullable ContactStatus status) {
        Set<ContactId> changed = new HashSet<>();
        for (ContactId contact : contacts) {
            Added known = state.added(contact);
            if (known.status() != status) {
                state.added.put(contact, new Added(status, known.tags(), known.notes(), known.attributes()));
                changed.add(contact);
            }
        }
        return changed;
    }

    @Override
    public void note(ContactId contact, Note note) {
        Added known = state.added(contact);
        List<Note> notes = new ArrayList<>(known.notes());
        notes.add(note);
        notes.sort(Added.NEWEST_FIRST);
        state.added.put(contact, new Added(known.status(), known.tags(), notes, known.attributes()));
    }

    @Override
    public List<Note> notes(ContactId contact, @Nullable Cursor olderThan, int limit) {
        return state.added(contact).notes().stream()
                .filter(note -> olderThan == null || Added.NEWEST_FIRST.compare(note, end(olderThan)) > 0)
                .limit(limit)
                .toList();
    }

    private static Note end(Cursor cursor) {
        return new Note(cursor.id(), cursor.writtenAt(), "", "-");
    }

    @Override
    public void set(ContactId contact, AttributeType type, @Nullable AttributeValue value) {
        Added known = state.added(contact);
        Map<String, AttributeValue> attributes = new HashMap<>(known.attributes());
        if (value == null) {
            attributes.remove(type.name());
        } else {
            attributes.put(type.name(), value);
        }
        state.added.put(contact, new Added(known.status(), known.tags(), known.notes(), attributes));
    }

    @Override
    public Map<String, AttributeValue> attributes(ContactId contact) {
        return state.added(contact).attributes();
    }
}
