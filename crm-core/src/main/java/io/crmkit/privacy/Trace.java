package io.crmkit.privacy;

import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.contact.ContactId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a use case says about itself while it works, for the audit: whose data it had to do with, and by what they were
 * found. Not thread-safe; of no use after the work.
 *
 * @since 0.1
 */
public final class Trace {
    private final Set<ContactId> contacts = new LinkedHashSet<>();
    private AuditOutcome outcome = AuditOutcome.ALLOWED;
    private String fields;
    private String filter = "";
    private int count;

    Trace(String fields) {
        this.fields = fields;
    }

    /** It had to do with a contact, and shows or changes this many things of theirs. */
    public Trace of(ContactId contact, int things) {
        contacts.add(contact);
        count += things;
        return this;
    }

    public Trace of(ContactId contact) {
        return of(contact, 1);
    }

    /** It had to do with these contacts. */
    public Trace of(Collection<ContactId> some) {
        some.forEach(this::of);
        return this;
    }

    /** What it was asked for by this id is not there. */
    public Trace missed(ContactId asked) {
        contacts.add(asked);
        return missed();
    }

    /** What it was asked for is not there. */
    public Trace missed() {
        return ended(AuditOutcome.NOT_FOUND);
    }

    Trace ended(AuditOutcome other) {
        outcome = other;
        return this;
    }

    /** It had to do with the contact that was found, or with none. */
    public Trace of(Optional<ContactId> found, ContactId asked) {
        return found.isPresent() ? of(found.get()) : missed(asked);
    }

    /** What it shows or changes is this many things of no contact in particular. */
    public Trace things(int some) {
        count += some;
        return this;
    }

    /** What it changes, by name, in place of what the action says. */
    public Trace fields(String names) {
        fields = names;
        return this;
    }

    /** By what things were found; only a keyed hash of it is kept. */
    public Trace filter(UnitOfWork work, String text) {
        filter = work.audit().hash(text);
        return this;
    }

    AuditOutcome outcome() {
        return outcome;
    }

    String fields() {
        return fields;
    }

    String filter() {
        return filter;
    }

    int count() {
        return count;
    }

    Set<ContactId> contacts() {
        return contacts;
    }
}
