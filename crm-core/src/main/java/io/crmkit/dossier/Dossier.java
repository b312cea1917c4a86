package io.crmkit.dossier;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Note;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Conversation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything a tenant has about one contact. Each part is read when it is first asked for, together with that of the
 * contacts that come next; of no use once the next contact was taken. Not thread-safe.
 *
 * @since 0.1
 */
public final class Dossier {
    private final Batch batch;
    private final ContactSummary summary;

    Dossier(Batch batch, ContactSummary summary) {
        this.batch = batch;
        this.summary = summary;
    }

    /** One contact's, of use within that unit of work. */
    public static Dossier of(UnitOfWork work, ContactSummary summary) {
        return new Dossier(new Batch(work, List.of(summary)), summary);
    }

    public ContactId id() {
        return summary.id();
    }

    /** Name, identifiers, status, tags and figures. */
    public ContactSummary summary() {
        return summary;
    }

    public Map<String, AttributeValue> attributes() {
        return batch.attributes(id());
    }

    /** The oldest first. */
    public List<Note> notes() {
        return batch.notes(id());
    }

    /** The oldest first. */
    public List<Conversation> conversations() {
        return batch.conversations(id());
    }

    /** By the time they were recorded. */
    public List<Fact> facts() {
        return batch.facts(id());
    }

    public Origins origins() {
        return batch.origins(id());
    }

    /** The contacts that turned out to be it, as they are on record; of each of them, one more statement. */
    public List<Absorbed> absorbed() {
        return batch.absorbed(id());
    }

    /** The merges that stand, the last first, with what it takes to undo them. */
    public List<MergeRecord> merges() {
        return batch.merges(id());
    }

    /** All of it but the entries. */
    public Portrait portrait() {
        return new Portrait(
                summary.contact(),
                summary.tags(),
                attributes(),
                notes(),
                origins().held(),
                conversations(),
                facts(),
                absorbed(),
                merges());
    }

    /** The contacts that are read together with it, itself included; the same list for each of them. */
    public List<ContactId> together() {
        return batch.ids();
    }

    /** Hands over everything that happened, the oldest first, without holding all of it. */
    public void entries(Consumer<Entry> each) {
        batch.entries(summary, each);
    }
}
