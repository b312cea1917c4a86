package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.rights.Erasure;
import java.io.PrintStream;

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
        ContactId contact = new Whom(clinic).of(who);
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
}
