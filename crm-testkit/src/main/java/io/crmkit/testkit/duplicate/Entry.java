package io.crmkit.testkit.duplicate;

import io.crmkit.contact.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it comes in: by what it writes from, under a name or none, stating an address or number of its own.
 *
 * @param person who it is in truth
 * @param name null if it goes by none
 * @param stated its full name as it says it; null if it does not
 * @param emails it states
 * @param phones it states, international with {@code +}
 */
public record Entry(
        int person,
        Identifier identifier,
        @Nullable String name,
        @Nullable String stated,
        List<String> emails,
        List<String> phones) {
    public Entry {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }

    static Entry of(int person, Identifier identifier, @Nullable String name) {
        return new Entry(person, identifier, name, null, List.of(), List.of());
    }

    Entry saying(String fullName) {
        return new Entry(person, identifier, name, fullName, emails, phones);
    }

    Entry withEmail(String email) {
        List<String> more = new ArrayList<>(emails);
        more.add(email);
        return new Entry(person, identifier, name, stated, more, phones);
    }

    Entry withPhone(String phone) {
        List<String> more = new ArrayList<>(phones);
        more.add(phone);
        return new Entry(person, identifier, name, stated, emails, more);
    }

    /** Without the data, though nobody is real. */
    @Override
    public String toString() {
        return "Entry[" + person + "]";
    }
}
