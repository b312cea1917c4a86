package io.crmkit.insight;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads facts. Thread-safe. */
public final class FactBook {
    private static final Comparator<Fact> ORDER = Comparator.comparing(
                    (Fact fact) -> fact.matter().type())
            .thenComparing(Fact::state)
            .thenComparing(Fact::recordedAt, Comparator.reverseOrder())
            .thenComparing(fact -> fact.matter().canonical());

    private final Access access;

    public FactBook(Access access) {
        this.access = access;
    }

    /** Everything known about a contact, by type; empty if there is no such contact. */
    public List<Fact> of(Actor actor, ContactId id) {
        return access.enter(actor, Action.VIEW_FACTS, id).read((work, trace) -> {
            Optional<ContactId> found = work.contacts().find(id).map(ContactSummary::id);
            trace.of(found, id);
            return found.map(contact -> sorted(work.facts().of(contact))).orElse(List.of());
        });
    }

    /** In the order in which facts are listed. */
    public static List<Fact> sorted(List<Fact> facts) {
        return facts.stream().sorted(ORDER).toList();
    }
}
