package io.crmkit.duplicate;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Subject;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Matter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A contact as it is compared with others.
 *
 * @param stated the names, addresses and numbers that it stated of itself
 * @since 0.1
 */
public record Candidate(ContactSummary contact, List<Matter> stated) {
    /** The types of fact that tell who somebody is. */
    public static final Set<FactType> TELLING = EnumSet.of(FactType.PERSON_NAME, FactType.EMAIL, FactType.PHONE);

    public Candidate {
        stated = List.copyOf(stated);
    }

    /** Of the facts of a contact, what tells who it is. */
    public static List<Matter> telling(Collection<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.current()
                        && TELLING.contains(fact.matter().type())
                        && fact.matter().subject() == Subject.CUSTOMER)
                .map(Fact::matter)
                .toList();
    }

    public ContactId id() {
        return contact.id();
    }

    /** Without the data, which are personal. */
    @Override
    public String toString() {
        return "Candidate[" + id() + "]";
    }
}
