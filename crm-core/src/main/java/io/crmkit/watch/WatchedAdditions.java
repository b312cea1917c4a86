package io.crmkit.watch;

import io.crmkit.contact.Additions;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import io.crmkit.event.DomainEvent.ContactEdited;
import io.crmkit.event.DomainEvent.Edit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what people add to contacts, where it changes anything. */
final class WatchedAdditions implements Additions {
    private final Additions additions;
    private final Watch watch;

    WatchedAdditions(Additions additions, Watch watch) {
        this.additions = additions;
        this.watch = watch;
    }

    @Override
    public Map<ContactId, ContactId> hold(Set<ContactId> ids) {
        return additions.hold(ids);
    }

    @Override
    public Set<ContactId> tag(Map<ContactId, Set<Tag>> tags) {
        return edited(additions.tag(tags), Edit.TAGS);
    }

    @Override
    public Set<ContactId> untag(Map<ContactId, Set<Tag>> tags) {
        return edited(additions.untag(tags), Edit.TAGS);
    }

    @Override
    public Set<ContactId> status(Set<ContactId> contacts, @Nullable ContactStatus status) {
        return edited(additions.status(contacts, status), Edit.STATUS);
    }

    @Override
    public void note(ContactId contact, Note note) {
        additions.note(contact, note);
        edited(List.of(contact), Edit.NOTES);
    }

    @Override
    public List<Note> notes(ContactId contact, @Nullable Cursor olderThan, int limit) {
        return additions.notes(contact, olderThan, limit);
    }

    @Override
    public void set(ContactId contact, AttributeType type, @Nullable AttributeValue value) {
        boolean changes = !Objects.equals(attributes(contact).get(type.name()), value);
        additions.set(contact, type, value);
        if (changes) {
            edited(List.of(contact), Edit.ATTRIBUTES);
        }
    }

    @Override
    public Map<String, AttributeValue> attributes(ContactId contact) {
        return additions.attributes(contact);
    }

    private <C extends Collection<ContactId>> C edited(C contacts, Edit what) {
        contacts.forEach(watch::touch);
        watch.raise(contacts.stream()
                .sorted()
                .map(contact -> new ContactEdited(watch.about(contact), what))
                .toList());
        return contacts;
    }
}
