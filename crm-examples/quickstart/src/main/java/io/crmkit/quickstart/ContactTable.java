package io.crmkit.quickstart;

import static io.crmkit.quickstart.Columns.left;
import static io.crmkit.quickstart.Columns.right;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;
import java.util.List;
import java.util.stream.Stream;

/** The contact list in columns. */
record ContactTable(Times times, Style style) {
    Stream<String> lines(List<ContactSummary> contacts) {
        String head = row("Name", "Phone or id", "First contact", "Last contact", "Entries", "Status");
        Stream<String> rows = contacts.stream()
                .map(summary -> row(
                        name(summary.contact()),
                        address(summary.contact()),
                        times.moment(summary.activity().first()),
                        times.moment(summary.activity().last()),
                        Integer.toString(summary.activity().interactions()),
                        Screen.word(summary.contact().status())));
        return Stream.concat(Stream.of(style.dim(head)), rows);
    }

    private static String row(String name, String address, String first, String last, String entries, String status) {
        return left(name, 22) + "  " + left(address, 19) + "  " + left(first, 15) + "  " + left(last, 15) + "  "
                + right(entries, 7) + "  " + status;
    }

    /** What the contact goes by, or the nearest thing to it. */
    static String name(Contact contact) {
        return Columns.printable(contact.displayName()
                .or(() -> contact.username().map(name -> "@" + name))
                .orElse("(no name)"));
    }

    /** A phone number, or else whatever address there is. */
    static String address(Contact contact) {
        List<Identifier> held = contact.identifiers();
        return Columns.printable(
                held.isEmpty()
                        ? "–"
                        : held.stream()
                                .filter(identifier -> identifier.scheme().equals(Scheme.PHONE))
                                .findFirst()
                                .map(PhoneDisplay::of)
                                .orElse(held.get(0).value()));
    }
}
