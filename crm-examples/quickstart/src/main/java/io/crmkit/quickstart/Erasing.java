package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.rights.Erasure;
import io.crmkit.search.SearchHit;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Erases one contact and prints the certificate. */
final class Erasing {
    private final CrmSession clinic;
    private final PrintStream out;

    Erasing(CrmSession clinic, PrintStream out) {
        this.clinic = clinic;
        this.out = out;
    }

    /** @param who the contact's id, or a phone number or another address that only one contact has */
    void erase(String who) throws CannotRun {
        ContactId contact = contact(who);
        Erasure erasure = clinic.privacy()
                .erase(contact)
                .orElseThrow(() -> new CannotRun("There is no contact with this id, and none was erased"));
        out.println("Erased " + erasure.contacts().size() + (erasure.contacts().size() == 1 ? " contact" : " contacts")
                + " at " + erasure.at() + " by " + erasure.by() + ", certificate " + erasure.id() + ":");
        erasure.contacts().forEach(each -> out.println("  contact    " + each));
        erasure.removed().forEach((table, rows) -> out.println("  removed    " + Columns.left(table, 28) + rows));
        long tables = erasure.remaining().size();
        long left =
                erasure.remaining().values().stream().mapToLong(Long::longValue).sum();
        out.println("  scanned    " + tables + " tables that refer to contacts: " + left + " rows refer to "
                + (erasure.contacts().size() == 1 ? "this one" : "these"));
        out.println(
                erasure.complete()
                        ? "  complete   " + erasure.completedAt()
                        : "  not complete yet: it goes on in the background");
    }

    private ContactId contact(String who) throws CannotRun {
        Optional<ContactId> id = id(who);
        if (id.isPresent()) {
            return id.get();
        }
        List<ContactId> found = clinic.searchContacts(who, null, 2).items().stream()
                .map(SearchHit::contact)
                .toList();
        if (found.size() != 1) {
            throw new CannotRun(
                    found.isEmpty()
                            ? "No contact has this address"
                            : "More than one contact is found by this; give an id");
        }
        return found.get(0);
    }

    private static Optional<ContactId> id(String who) {
        try {
            return Optional.of(ContactId.of(who));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
