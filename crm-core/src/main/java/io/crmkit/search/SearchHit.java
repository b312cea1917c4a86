package io.crmkit.search;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.Interaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param snippet what was found, with a little of what stands around it
 * @param message the message it was found in; null where the contact itself was found
 * @since 0.1
 */
public record SearchHit(
        ContactId contact,
        Where where,
        String snippet,
        @Nullable Interaction message) {
    /** Where it was found. */
    public enum Where {
        NAME,
        PHONE,
        EMAIL,
        /** Another identifier. */
        IDENTIFIER,
        MESSAGE
    }

    /** In a message that says the words. */
    public static SearchHit in(Interaction message, String snippet) {
        return new SearchHit(message.occurrence().contact(), Where.MESSAGE, snippet, message);
    }

    /** A contact that the query finds; empty if it does not. */
    public static Optional<SearchHit> of(Contact contact, TermQuery query) {
        if (query.byName(Term.of(contact.naming()))) {
            String name = contact.displayName().or(contact::username).orElse("");
            return Optional.of(new SearchHit(contact.id(), Where.NAME, name, null));
        }
        return contact.identifiers().stream()
                .filter(identifier -> query.finds(Term.of(List.of(identifier))))
                .findFirst()
                .map(identifier -> new SearchHit(contact.id(), where(identifier), PhoneDisplay.of(identifier), null));
    }

    private static Where where(Identifier identifier) {
        if (identifier.scheme().equals(Scheme.PHONE)) {
            return Where.PHONE;
        }
        return identifier.scheme().equals(Scheme.EMAIL) ? Where.EMAIL : Where.IDENTIFIER;
    }

    /** Without what was found, which is personal. */
    @Override
    public String toString() {
        return "SearchHit[" + contact + ", " + where + "]";
    }
}
