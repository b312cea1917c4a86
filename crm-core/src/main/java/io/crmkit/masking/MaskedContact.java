package io.crmkit.masking;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Note;
import io.crmkit.contact.Scheme;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Contacts by their initials and the ends of their numbers. Status, figures and tags stay. */
final class MaskedContact {
    static final String HIDDEN = "•••";

    /** As many characters of a phone number stay. */
    private static final int TAIL = 2;

    private MaskedContact() {}

    static ContactSummary of(ContactSummary summary) {
        return new ContactSummary(of(summary.contact()), summary.activity(), summary.tags());
    }

    private static Contact of(Contact contact) {
        return new Contact(
                contact.id(),
                contact.status(),
                contact.statusByHand(),
                of(contact.naming()),
                contact.identifiers().stream().map(MaskedContact::of).toList());
    }

    static Note of(Note note) {
        return new Note(note.id(), note.writtenAt(), note.author(), HIDDEN);
    }

    private static Naming of(Naming naming) {
        Naming.Name username = naming.username();
        return new Naming(
                initials(naming.displayName()), username == null ? null : new Naming.Name(HIDDEN, username.at()));
    }

    private static Naming.@Nullable Name initials(Naming.@Nullable Name name) {
        if (name == null) {
            return null;
        }
        StringBuilder initials = new StringBuilder();
        StringTokenizer words = new StringTokenizer(name.value());
        while (words.hasMoreTokens()) {
            int first = words.nextToken().codePointAt(0);
            if (Character.isLetter(first)) {
                initials.append(initials.isEmpty() ? "" : " ")
                        .appendCodePoint(first)
                        .append('.');
            }
        }
        return new Naming.Name(initials.isEmpty() ? HIDDEN : initials.toString(), name.at());
    }

    private static Identifier of(Identifier identifier) {
        String value = identifier.value();
        boolean phone = identifier.scheme().equals(Scheme.PHONE) && value.length() > TAIL * 2;
        return new Identifier(
                identifier.scheme(), "", phone ? HIDDEN + value.substring(value.length() - TAIL) : HIDDEN);
    }
}
