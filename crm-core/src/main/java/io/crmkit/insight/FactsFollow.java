package io.crmkit.insight;

import io.crmkit.Ids;
import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When it was decided anew whose messages are whose, facts go with the messages they rest on; what a person decided
 * stays with the contact it was decided about, or goes with it.
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
        Map<ContactId, List<Support>> parts = new LinkedHashMap<>();
        if (fact.decision() != null) {
            parts.put(home, new ArrayList<>());
        }
        for (Support support : fact.support()) {
            parts.computeIfAbsent(holders.getOrDefault(support.message(), home), c -> new ArrayList<>())
                    .add(support);
        }
        parts.forEach((holder, support) -> {
            Fact part = new Fact(
                    parts.size() == 1 ? fact.id() : new FactId(ids.next()),
                    fact.matter(),
                    fact.sensitivity(),
                    holder.equals(home) ? fact.decision() : null,
                    support,
                    fact.standing(),
                    fact.recordedAt(),
                    fact.retractedAt());
            after.computeIfAbsent(holder, c -> new LinkedHashMap<>())
                    .merge(fact.matter().canonical(), part, FactsFollow::joined);
        });
    }

    private static Fact joined(Fact one, Fact other) {
        List<Support> support = new ArrayList<>(one.support());
        other.support().stream()
                .filter(s -> one.support().stream().noneMatch(s::samePlace))
                .forEach(support::add);
        return one.with(support).with(later(one.decision(), other.decision()));
    }

    private static @Nullable Decision later(@Nullable Decision one, @Nullable Decision other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isAfter(one.at()) ? other : one;
    }
}
