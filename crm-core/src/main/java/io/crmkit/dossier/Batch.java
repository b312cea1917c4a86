package io.crmkit.dossier;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Note;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Contacts whose parts are read together. Holds entries of some of them only, so that memory stays bounded. */
final class Batch {
    /** So many entries are read at once. */
    static final int ENTRIES = 2_000;

    private final UnitOfWork work;
    private final List<ContactSummary> contacts;
    private final List<ContactId> ids;
    private Map<ContactId, List<Entry>> window = Map.of();
    private Set<ContactId> looked = Set.of();

    private @Nullable Map<ContactId, Map<String, AttributeValue>> attributes;
    private @Nullable Map<ContactId, List<Note>> notes;
    private @Nullable Map<ContactId, List<Conversation>> conversations;
    private @Nullable Map<ContactId, List<Fact>> facts;
    private @Nullable Map<ContactId, Origins> origins;

    Batch(UnitOfWork work, List<ContactSummary> contacts) {
        this.work = work;
        this.contacts = contacts;
        this.ids = contacts.stream().map(ContactSummary::id).toList();
    }

    List<ContactId> ids() {
        return ids;
    }

    Map<String, AttributeValue> attributes(ContactId contact) {
        if (attributes == null) {
            attributes = work.dossiers().attributes(ids);
        }
        return attributes.getOrDefault(contact, Map.of());
    }

    List<Note> notes(ContactId contact) {
        if (notes == null) {
            notes = work.dossiers().notes(ids);
        }
        return notes.getOrDefault(contact, List.of());
    }

    List<Conversation> conversations(ContactId contact) {
        if (conversations == null) {
            conversations = work.dossiers().conversations(ids);
        }
        return conversations.getOrDefault(contact, List.of());
    }

    List<Fact> facts(ContactId contact) {
        if (facts == null) {
            facts = work.dossiers().facts(ids);
        }
        return facts.getOrDefault(contact, List.of());
    }

    Origins origins(ContactId contact) {
        if (origins == null) {
            origins = work.dossiers().origins(ids);
        }
        return origins.getOrDefault(contact, Origins.NONE);
    }

    List<Absorbed> absorbed(ContactId contact) {
        return origins(contact).absorbed().isEmpty()
                ? List.of()
                : work.archive().absorbed(contact);
    }

    List<MergeRecord> merges(ContactId contact) {
        return origins(contact).absorbed().isEmpty()
                ? List.of()
                : work.merges().of(contact).stream()
                        .map(merge -> new MergeRecord(
                                merge,
                                work.merges().before(merge.id()),
                                work.archive().taken(merge.id())))
                        .toList();
    }

    void entries(ContactSummary contact, Consumer<Entry> each) {
        if (contact.activity().interactions() > ENTRIES) {
            alone(contact.id(), each);
            return;
        }
        if (!looked.contains(contact.id())) {
            look(contacts.indexOf(contact));
        }
        window.getOrDefault(contact.id(), List.of()).forEach(each);
    }

    /** Reads the entries of this contact and of as many that follow as fit. */
    private void look(int from) {
        List<ContactId> fitting = new ArrayList<>();
        int sum = 0;
        for (ContactSummary next : contacts.subList(from, contacts.size())) {
            sum += next.activity().interactions();
            if (sum > ENTRIES) {
                break;
            }
            fitting.add(next.id());
        }
        window = work.dossiers().entries(fitting);
        looked = Set.copyOf(fitting);
    }

    private void alone(ContactId contact, Consumer<Entry> each) {
        Timelines.@Nullable Cursor after = null;
        List<Entry> page;
        do {
            page = work.dossiers().entries(contact, after, ENTRIES);
            page.forEach(each);
            if (!page.isEmpty()) {
                Interaction last = page.get(page.size() - 1).interaction();
                after = new Timelines.Cursor(last.occurredAt(), last.id());
            }
        } while (page.size() == ENTRIES);
    }
}
