package io.crmkit.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person or company the business deals with.
 *
 * @param statusByHand whether somebody set the status, so that it does not follow from activity
 * @param identifiers those it holds now, the phone first
 * @since 0.1
 */
public record Contact(
        ContactId id, ContactStatus status, boolean statusByHand, Naming naming, List<Identifier> identifiers) {
    /** How identifiers are listed: the phone first. */
    public static final Comparator<Identifier> IDENTIFIER_ORDER = Comparator.comparing(
                    (Identifier identifier) -> !identifier.scheme().equals(Scheme.PHONE))
            .thenComparing(Identifier::scheme)
            .thenComparing(Identifier::scope)
            .thenComparing(Identifier::value);

    public Contact {
        identifiers = List.copyOf(identifiers);
    }

    Contact withStatus(ContactStatus other) {
        return new Contact(id, other, statusByHand, naming, identifiers);
    }

    /** What it goes by on the channel. */
    public Optional<String> displayName() {
        return Optional.ofNullable(naming.displayName()).map(Naming.Name::value);
    }

    public Optional<String> username() {
        return Optional.ofNullable(naming.username()).map(Naming.Name::value);
    }
}
