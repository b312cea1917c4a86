package io.crmkit.insight;

import io.crmkit.Ids;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When it was decided anew whose messages are whose, facts go with the messages they rest on; what a person decided
 * goes with the contact it was decided about, and back with it.
 */
public final class FactsFollow {
    private final UnitOfWork work;
    private final Ids ids;
    private final Instant now;
    private final Map<ContactId, ContactId> absorbed;
    private final Map<InteractionId, ContactId> holders = new HashMap<>();
    private final Map<ContactId, Map<String, Fact>> after = new HashMap<>();

    /** @param absorbed contacts that are somebody else's now, and whose */
    public FactsFollow(UnitOfWork work, Ids ids, Instant now, Map<ContactId, ContactId> absorbed) {
        this.now = now;
        this.work = work;
        this.ids = ids;
        this.absorbed = absorbed;
    }

    /** Puts the facts of these contacts, all that were touched, where they belong. */
    public void among(Collection<ContactId> touched) {
        Map<ContactId, List<Fact>> before = new LinkedHashMap<>();
        for (ContactId contact : touched) {
            before.put(contact, work.facts().of(contact));
            after.put(contact, new LinkedHashMap<>());
        }
        if (before.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        Set<InteractionId> messages = new HashSet<>();
        before.values().forEach(facts -> facts.forEach(f -> f.support().forEach(s -> messages.add(s.message()))));
        work.timelines()
                .find(messages)
                .forEach(i -> holders.put(i.id(), i.occurrence().contact()));
        before.forEach((contact, facts) -> facts.forEach(fact -> place(contact, fact)));
        // First all that go, so that no matter is with two contacts' ids at once.
        before.forEach((contact, facts) -> work.facts().replace(contact, facts, List.of()));
        after.forEach(
                (contact, facts) -> work.facts().replace(contact, List.of(), Reconciliation.of(facts.values(), now)));
    }

    private void place(ContactId contact, Fact fact) {
        ContactId home = absorbed.getOrDefault(contact, contact);
        Map<ContactId, List<Decision>> decisions = new LinkedHashMap<>();
        fact.decisions()
                .forEach(decision -> decisions
                        .computeIfAbsent(holder(decision, home), c -> new ArrayList<>())
                        .add(decision));
        Map<ContactId, List<Support>> support = new LinkedHashMap<>();
        fact.support()
                .forEach(each -> support.computeIfAbsent(
                                holders.getOrDefault(each.message(), home), c -> new ArrayList<>())
                        .add(each));
        Set<ContactId> having = new LinkedHashSet<>(decisions.keySet());
        having.addAll(support.keySet());
        for (ContactId holder : having) {
            Fact part = new Fact(
                    having.size() == 1 ? fact.id() : new FactId(ids.next()),
                    fact.matter(),
                    fact.sensitivity(),
                    decisions.getOrDefault(holder, List.of()),
                    support.getOrDefault(holder, List.of()),
                    fact.standing(),
                    fact.recordedAt(),
                    fact.retractedAt());
            after.computeIfAbsent(holder, c -> new LinkedHashMap<>())
                    .merge(fact.matter().canonical(), part, FactsFollow::joined);
        }
    }

    /** Whoever the contact is by now that it was said about. */
    private ContactId holder(Decision decision, ContactId home) {
        return work.contacts()
                .find(decision.about())
                .map(ContactSummary::id)
                .filter(after::containsKey)
                .orElse(home);
    }

    private static Fact joined(Fact one, Fact other) {
        List<Support> support = new ArrayList<>(one.support());
        other.support().stream()
                .filter(s -> one.support().stream().noneMatch(s::samePlace))
                .forEach(support::add);
        Fact all = one.with(support);
        for (Decision decision : other.decisions()) {
            all = all.with(decision);
        }
        return all;
    }
}
