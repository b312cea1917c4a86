package io.crmkit.duplicate;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.contact.Contact;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.insight.Matter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a contact is compared.
 *
 * @param held lines it holds
 * @param stated lines it stated
 */
record Traits(Candidate of, List<PersonName> names, Set<String> emails, Set<Line> held, Set<Line> stated) {
    static Traits of(Candidate candidate) {
        List<PersonName> names = new ArrayList<>();
        Set<String> emails = new HashSet<>();
        Set<Line> held = new HashSet<>();
        Set<Line> stated = new HashSet<>();
        Contact contact = candidate.contact().contact();
        contact.displayName().ifPresent(name -> names.add(PersonName.of(name)));
        for (Identifier identifier : contact.identifiers()) {
            if (identifier.scheme().equals(Scheme.EMAIL)) {
                emails.add(identifier.value().strip().toLowerCase(Locale.ROOT));
            } else if (identifier.scheme().equals(Scheme.PHONE)) {
                held.add(Line.of(identifier.value()));
            }
        }
        for (Matter matter : candidate.stated()) {
            if (matter.value() instanceof FactValue.Mail mail) {
                emails.add(mail.address());
            } else if (matter.value() instanceof FactValue.Phone phone) {
                stated.add(Line.of(phone.e164()));
            } else if (matter.type() == FactType.PERSON_NAME) {
                names.add(PersonName.of(matter.value().text()));
            }
        }
        names.removeIf(PersonName::isEmpty);
        return new Traits(candidate, List.copyOf(names), Set.copyOf(emails), Set.copyOf(held), Set.copyOf(stated));
    }

    Set<Line> lines() {
        Set<Line> lines = new HashSet<>(held);
        lines.addAll(stated);
        return lines;
    }

    /** The marks of e-mail addresses and numbers. */
    Set<Mark> addresses() {
        return Mark.of(of).stream()
                .filter(mark -> mark.kind() == Mark.Kind.ADDRESS)
                .collect(Collectors.toSet());
    }

    /** Without the data, which are personal. */
    @Override
    public String toString() {
        return "Traits[" + of.id() + "]";
    }
}
