package io.crmkit.memory;

import io.crmkit.capture.Tombstones.Tombstone;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.InteractionId;
import io.crmkit.memory.MemoryConsents.Word;
import io.crmkit.memory.TenantState.ContactRow;
import io.crmkit.rights.Erasure;
import io.crmkit.rights.ErasureId;
import io.crmkit.rights.ErasureNote;
import io.crmkit.rights.ErasureNote.Grave;
import io.crmkit.rights.Erasures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Erasing people from one tenant's memory; nothing is sealed here, so that all of it goes at once. */
record MemoryErasures(TenantState state) implements Erasures {

    @Override
    public boolean shred(ErasureNote order, Set<UUID> setAsides) {
        Set<ContactId> family = new TreeSet<>();
        order.contacts().stream()
                .filter(contact -> state.contacts.get(contact) != null)
                .forEach(contact -> family.addAll(family(contact)));
        if (family.isEmpty() && order.graves().isEmpty()
                || state.erased.erasures.get(order.id().value()) != null) {
            return false;
        }
        UUID id = order.id().value();
        Set<ContactId> all = new TreeSet<>(order.contacts());
        all.addAll(family);
        all.forEach(contact -> state.erased.byContact.put(contact, id));
        state.erased.begin(order);
        forgetStatements(forgetHoldings(family, order));
        state.erased.note(order.id()).graves().forEach(grave -> suppress(grave, order.at()));
        Map<String, Long> removed = new TreeMap<>();
        removed.put("messages", forgetEntries(family));
        removed.put("set-asides", (long) setAsides.size());
        setAsides.forEach(aside -> {
            state.setAsides.remove(aside);
            state.erased.add(aside);
        });
        forgetRest(family);
        state.erased.erasures.put(id, new Erasure(order.id(), all, order.by(), order.at(), null, removed, Map.of()));
        return true;
    }

    private Set<ContactId> family(ContactId contact) {
        ContactId survivor = state.survivor(contact);
        Set<ContactId> family = new HashSet<>();
        state.contacts.rows().keySet().stream()
                .filter(other -> state.survivor(other).equals(survivor))
                .forEach(family::add);
        return family;
    }

    /** Takes the family out of every identifier's holdings and buries those times. */
    private Map<MatchKey, List<Tombstone>> forgetHoldings(Set<ContactId> family, ErasureNote order) {
        Map<MatchKey, List<Tombstone>> theirs = new HashMap<>();
        Set<String> digests = new HashSet<>();
        for (Map.Entry<MatchKey, List<Holding<ContactId>>> each :
                List.copyOf(state.holdings.rows().entrySet())) {
            MatchKey key = each.getKey();
            List<Holding<ContactId>> times = each.getValue();
            if (times.stream().noneMatch(time -> theirs(family, time))) {
                continue;
            }
            digests.add(MemoryTombstones.digest(key));
            Instant after = null;
            List<Holding<ContactId>> left = new ArrayList<>();
            for (Holding<ContactId> time : times) {
                if (theirs(family, time)) {
                    Instant until = Objects.requireNonNullElse(time.until(), order.at());
                    theirs.computeIfAbsent(key, k -> new ArrayList<>()).add(new Tombstone(after, until));
                    state.erased.bury(order.id(), new Grave(MemoryTombstones.digest(key), after, until));
                }
                left.add(theirs(family, time) ? new Holding<>(time.until(), null) : time);
                after = time.until();
            }
            if (left.stream().allMatch(time -> time.holder() == null)) {
                state.holdings.remove(key);
                state.identifiers.remove(key);
            } else {
                state.holdings.put(key, List.copyOf(left));
            }
        }
        state.erased.awaited(List.copyOf(state.parked.rows().keySet()), digests).forEach(state.parked::remove);
        return theirs;
    }

    /** Who was erased is sent nothing unasked until they agree to it. */
    private void suppress(Grave grave, Instant at) {
        List.copyOf(state.consents.words.rows().entrySet()).stream()
                .filter(word -> word.getValue().granted() && word.getKey().startsWith(grave.hash() + " "))
                .forEach(word -> state.consents.words.remove(word.getKey()));
        for (Purpose purpose : List.of(Purpose.REMINDER, Purpose.MARKETING)) {
            state.consents.say(grave.hash(), purpose, Consent.EVERY_CHANNEL, new Word(false, at));
        }
    }

    private static boolean theirs(Set<ContactId> family, Holding<ContactId> time) {
        return time.holder() != null && family.contains(time.holder());
    }

    /** Statements that speak of them, and with these the identifiers that were merely stated. */
    private void forgetStatements(Map<MatchKey, List<Tombstone>> theirs) {
        Set<MatchKey> stated = new HashSet<>();
        removeIf(state.statements, statement -> {
            Set<MatchKey> mentioned = mentioned(statement);
            boolean gone = mentioned.stream()
                    .anyMatch(key -> theirs.containsKey(key) && state.holdings.get(key) == null
                            || theirs.getOrDefault(key, List.of()).stream()
                                    .anyMatch(time -> time.covers(statement.at())));
            if (gone) {
                stated.addAll(mentioned);
            }
            return gone;
        });
        state.statements.rows().values().forEach(statement -> stated.removeAll(mentioned(statement)));
        for (MatchKey key : stated) {
            List<Holding<ContactId>> times = state.holdings.get(key);
            if (times != null && times.stream().allMatch(time -> time.holder() == null)) {
                state.holdings.remove(key);
                state.identifiers.remove(key);
            }
        }
    }

    private static Set<MatchKey> mentioned(IdentityStatement statement) {
        Set<MatchKey> mentioned = new HashSet<>(statement.now());
        mentioned.addAll(statement.before());
        return mentioned;
    }

    private long forgetEntries(Set<ContactId> family) {
        long removed = 0;
        for (ContactId contact : family) {
            for (Map.Entry<TenantState.TimelineKey, InteractionId> at :
                    List.copyOf(state.timeline(contact).entrySet())) {
                var ref = Objects.requireNonNull(state.entries.get(at.getValue()))
                        .interaction()
                        .occurrence()
                        .ref();
                state.erased.add(ref);
                state.byRef.remove(ref);
                state.entries.remove(at.getValue());
                state.timeline.remove(at.getKey());
                state.readings.remove(at.getValue());
                removed++;
            }
            state.conversationsOf(contact).forEach(conversation -> state.remove(conversation.id()));
        }
        return removed;
    }

    private void forgetRest(Set<ContactId> family) {
        for (ContactId contact : family) {
            state.contacts.remove(contact);
            state.consents.restricted.remove(contact);
            state.facts.remove(contact);
            state.added.remove(contact);
            state.patronages.remove(contact);
            state.members.forget(contact);
            state.streams.forget(contact);
            List.copyOf(state.readUpTo.rows().keySet()).stream()
                    .filter(key -> key.startsWith(contact + " "))
                    .forEach(state.readUpTo::remove);
            List.copyOf(state.due.rows().keySet()).stream()
                    .filter(key -> key.subject().equals(contact.value()))
                    .forEach(state.due::remove);
            List.copyOf(state.bulkContacts.rows().keySet()).stream()
                    .filter(key -> key.contact().equals(contact))
                    .forEach(state.bulkContacts::remove);
            List.copyOf(state.dismissals.rows().keySet()).stream()
                    .filter(pair -> pair.one().equals(contact) || pair.other().equals(contact))
                    .forEach(state.dismissals::remove);
        }
        removeIf(state.conflicts, conflict -> family.contains(conflict.one()) || family.contains(conflict.other()));
        removeIf(state.sendings, sending -> family.contains(sending.contact()));
        removeIf(state.consents.ledger, entry -> family.contains(entry.contact()));
        removeIf(
                state.merges,
                row -> family.contains(row.merge().survivor().contact())
                        || family.contains(row.merge().absorbed().contact()));
    }

    private static <K, V> void removeIf(Table<K, V> table, Predicate<V> gone) {
        List.copyOf(table.rows().entrySet()).stream()
                .filter(row -> gone.test(row.getValue()))
                .forEach(row -> table.remove(row.getKey()));
    }

    @Override
    public Map<String, Long> purge(ErasureId id, int messages) {
        return Map.of();
    }

    @Override
    public Map<String, Long> remaining(ErasureId id) {
        Erasure erasure = state.erased.erasures.get(id.value());
        if (erasure == null) {
            return Map.of();
        }
        Set<ContactId> family = erasure.contacts();
        Map<String, Long> remaining = new TreeMap<>();
        remaining.put(
                "contacts",
                state.contacts.rows().entrySet().stream()
                        .filter(row -> family.contains(row.getKey()) || leads(row.getValue(), family))
                        .count());
        remaining.put(
                "messages",
                state.entries.rows().values().stream()
                        .filter(row ->
                                family.contains(row.interaction().occurrence().contact()))
                        .count());
        remaining.put(
                "identifiers",
                state.holdings.rows().values().stream()
                        .filter(times -> times.stream().anyMatch(time -> theirs(family, time)))
                        .count());
        return remaining;
    }

    private static boolean leads(ContactRow row, Set<ContactId> family) {
        return row.into() != null && family.contains(row.into());
    }

    @Override
    public void save(Erasure erasure) {
        state.erased.erasures.put(erasure.id().value(), erasure);
    }

    @Override
    public Optional<ErasureNote> note(ErasureId id) {
        return find(id).map(erasure -> state.erased.note(id).and(erasure.contacts(), Set.of()));
    }

    @Override
    public Optional<Erasure> of(ContactId contact) {
        return Optional.ofNullable(state.erased.byContact.get(contact)).flatMap(id -> find(new ErasureId(id)));
    }

    @Override
    public Optional<Erasure> find(ErasureId id) {
        return Optional.ofNullable(state.erased.erasures.get(id.value()));
    }
}
