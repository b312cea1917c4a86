package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.memory.MemoryConsents.Entry;
import io.crmkit.memory.MemoryConsents.Word;
import io.crmkit.move.Keepsake;
import io.crmkit.move.Keepsakes;
import io.crmkit.move.LastWord;
import io.crmkit.outreach.Sending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was agreed with one tenant's contacts, asked for by them and said to them, in memory: each as it was of first. */
record MemoryKeepsakes(TenantState state) implements Keepsakes {
    private static final Comparator<Keepsake> ID = Comparator.comparing(Keepsake::id, TenantState.IDS);

    @Override
    public Map<ContactId, List<Keepsake>> of(Collection<ContactId> contacts) {
        Stream<Keepsake> agreed = state.consents.ledger.rows().values().stream()
                .map(each -> new Keepsake.Agreed(state.survivor(each.contact()), each.consent(), by(each.contact())));
        Stream<Keepsake> asked = state.requests.rows().values().stream()
                .map(each -> new Keepsake.Asked(each.of(state.survivor(each.contact())), by(each.contact())));
        return grouped(Stream.concat(agreed.sorted(ID), asked.sorted(ID)), contacts);
    }

    @Override
    public Map<ContactId, Integer> sendings(Collection<ContactId> contacts) {
        Map<ContactId, Integer> counts = new HashMap<>();
        sent(contacts).forEach((contact, all) -> counts.put(contact, all.size()));
        return counts;
    }

    @Override
    public Map<ContactId, List<Keepsake.Sent>> sent(Collection<ContactId> contacts) {
        return grouped(
                state.sendings.rows().values().stream()
                        .map(each -> new Keepsake.Sent(of(each, state.survivor(each.contact())), by(each.contact()))),
                contacts);
    }

    @Override
    public List<Keepsake.Sent> sent(ContactId contact, @Nullable UUID after, int limit) {
        return sent(List.of(contact)).getOrDefault(contact, List.of()).stream()
                .filter(each -> after == null || TenantState.IDS.compare(each.id(), after) > 0)
                .limit(limit)
                .toList();
    }

    private static <T extends Keepsake> Map<ContactId, List<T>> grouped(Stream<T> all, Collection<ContactId> contacts) {
        Map<ContactId, List<T>> of = new LinkedHashMap<>();
        all.filter(each -> contacts.contains(each.contact()))
                .forEach(each -> of.computeIfAbsent(each.contact(), c -> new ArrayList<>())
                        .add(each));
        return of;
    }

    private static Sending of(Sending s, ContactId contact) {
        return new Sending(
                s.id(),
                s.key(),
                contact,
                s.bulk(),
                s.purpose(),
                s.from(),
                s.to(),
                s.message(),
                s.about(),
                s.author(),
                s.by(),
                s.askedAt(),
                s.state(),
                s.at(),
                s.calls(),
                s.code(),
                s.advice(),
                s.interaction());
    }

    /** The merges that took what is a contact's, the first first. */
    private List<MergeId> by(ContactId contact) {
        return state.merges.rows().values().stream()
                .map(TenantState.MergeRow::merge)
                .filter(merge -> leads(contact, merge.absorbed().contact()))
                .sorted(Merge.LAST_FIRST.reversed())
                .map(Merge::id)
                .toList();
    }

    private boolean leads(ContactId from, ContactId to) {
        if (from.equals(to)) {
            return true;
        }
        TenantState.ContactRow row = state.contacts.get(from);
        return row != null && row.into() != null && leads(row.into(), to);
    }

    @Override
    public void strays(Consumer<Keepsake.Asked> each) {
        state.requests.rows().values().stream()
                .filter(request -> state.contacts.get(request.contact()) == null)
                .forEach(request -> each.accept(new Keepsake.Asked(request, List.of())));
    }

    @Override
    public void words(Consumer<LastWord<MatchKey>> each) {
        state.identifiers
                .rows()
                .keySet()
                .forEach(key -> state.consents
                        .said(MemoryTombstones.digest(key))
                        .forEach(word -> each.accept(
                                new LastWord<>(key, word.purpose(), word.channel(), word.granted(), word.since()))));
    }

    @Override
    public void put(List<Keepsake> keepsakes) {
        for (Keepsake each : keepsakes) {
            ContactId first = first(each);
            if (each instanceof Keepsake.Agreed agreed && state.consents.ledger.get(each.id()) == null) {
                state.consents.ledger.put(each.id(), new Entry(first, agreed.consent()));
            } else if (each instanceof Keepsake.Asked asked && state.requests.get(each.id()) == null) {
                state.requests.put(each.id(), asked.request().of(first));
            } else if (each instanceof Keepsake.Sent sent && state.sendings.get(each.id()) == null) {
                new MemorySendings(state).add(of(sent.sending(), first));
            }
        }
    }

    /** Whose it was before any merge took it. */
    private ContactId first(Keepsake keepsake) {
        ContactId first = keepsake.contact();
        if (!keepsake.by().isEmpty()) {
            TenantState.MergeRow merge = state.merges.get(keepsake.by().get(0).value());
            if (merge == null) {
                throw new IllegalArgumentException("There is no such merge");
            }
            first = merge.merge().absorbed().contact();
        }
        if (state.contacts.get(first) == null && !(keepsake instanceof Keepsake.Asked)) {
            throw new IllegalArgumentException("There is no such contact");
        }
        return first;
    }

    @Override
    public void say(List<LastWord<MatchKey>> words) {
        words.forEach(word -> state.consents.say(
                MemoryTombstones.digest(word.on()),
                word.purpose(),
                word.channel(),
                new Word(word.granted(), word.since())));
    }
}
