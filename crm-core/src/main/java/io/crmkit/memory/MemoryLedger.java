package io.crmkit.memory;

import io.crmkit.capture.Changes;
import io.crmkit.capture.Cluster;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.capture.Ledger;
import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.Rearrangement;
import io.crmkit.capture.Recall;
import io.crmkit.capture.Recollection;
import io.crmkit.capture.Recollection.Held;
import io.crmkit.capture.Recollection.Line;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Holding;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Knot;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Threading;
import io.crmkit.memory.TenantState.ContactRow;
import io.crmkit.memory.TenantState.EntryRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Capture's view of one tenant in memory; its monitor is held throughout, so nothing is ever overtaken. */
record MemoryLedger(TenantState state) implements Ledger {

    @Override
    public Recollection recall(Recall recall) {
        Map<MatchKey, Held> holders = new HashMap<>();
        Map<ContactId, Naming> namings = new HashMap<>();
        Map<Line, Conversation> latest = new HashMap<>();
        for (MatchKey key : recall.keys()) {
            List<Holding<ContactId>> holdings = state.holdings.get(key);
            if (holdings != null) {
                Held held = held(holdings);
                holders.put(key, held);
                if (held.contact() != null) {
                    namings.put(held.contact(), row(held.contact()).naming());
                }
            }
        }
        recall.contacts().forEach(contact -> namings.put(contact, row(contact).naming()));
        Map<ProviderRef, Interaction> interactions = new HashMap<>();
        Map<ProviderRef, List<ParkedUpdate>> parked = new HashMap<>();
        for (ProviderRef ref : recall.refs()) {
            InteractionId id = state.byRef.get(ref);
            if (id != null) {
                Interaction found = entry(id).interaction();
                interactions.put(ref, found);
                ContactId contact = found.occurrence().contact();
                namings.put(contact, row(contact).naming());
            }
            List<ParkedUpdate> waiting = state.parked.get(ref);
            if (waiting != null) {
                parked.put(ref, waiting);
            }
        }
        Set<ContactId> contacts = new HashSet<>(namings.keySet());
        interactions.values().forEach(i -> contacts.add(i.occurrence().contact()));
        for (ContactId contact : contacts) {
            for (ChannelAccount account : recall.accounts()) {
                conversations(contact, account)
                        .reduce((one, other) -> other)
                        .ifPresent(c -> latest.put(new Line(contact, account), c));
            }
        }
        return new Recollection(
                holders, namings, statements(recall), latest, interactions, parked, state.erased.among(recall));
    }

    private Map<Set<MatchKey>, Instant> statements(Recall recall) {
        Map<Set<MatchKey>, Instant> statements = new HashMap<>();
        for (Set<MatchKey> keys : recall.statements()) {
            IdentityStatement asked = new IdentityStatement(keys, Set.of(), Instant.EPOCH, false);
            IdentityStatement known = state.statements.get(TenantState.statementKey(asked));
            if (known != null) {
                statements.put(keys, known.at());
            }
        }
        return statements;
    }

    private static Held held(List<Holding<ContactId>> holdings) {
        int last = holdings.size() - 1;
        return new Held(
                holdings.get(last).holder(),
                last == 0 ? null : holdings.get(last - 1).until());
    }

    @Override
    public void record(Changes changes) {
        for (Changes.NewContact fresh : changes.contacts()) {
            state.contacts.put(fresh.id(), new ContactRow(Naming.NONE, null));
            fresh.identifiers().forEach((key, identifier) -> {
                state.identifiers.put(key, identifier);
                state.holdings.put(key, List.of(new Holding<>(null, fresh.id())));
            });
        }
        changes.statements().forEach(this::keep);
        changes.namings()
                .forEach((contact, naming) -> state.contacts.put(
                        contact, new ContactRow(naming, row(contact).into())));
        for (Changes.Entry entry : changes.entries()) {
            if (state.byRef.get(entry.interaction().occurrence().ref()) == null) {
                state.put(entry.interaction(), entry.route());
            }
        }
        changes.changed()
                .forEach(changed -> state.put(changed, entry(changed.id()).route()));
        changes.conversations().forEach(state::put);
        changes.parked().forEach((update, route) -> {
            List<ParkedUpdate> waiting =
                    new ArrayList<>(Objects.requireNonNullElse(state.parked.get(update.target()), List.of()));
            if (waiting.stream()
                    .noneMatch(
                            w -> w.update().equals(update.update()) && w.told().equals(update.told()))) {
                waiting.add(update);
                state.parked.put(update.target(), List.copyOf(waiting));
            }
            state.erased.parkedFor(update.target(), route);
        });
        changes.unparked().forEach(state.parked::remove);
        changes.erased().forEach(ref -> {
            state.parked.remove(ref);
            state.erased.add(ref);
        });
        changes.setAside().forEach(this::setAside);
        changes.reworded().forEach(state.readings::remove);
        changes.consents().forEach(each -> new MemoryConsents(state).add(each.contact(), each.consent()));
        new MemoryDueList(state).add(changes.due());
        new MemoryOutbox(state.streams).add(changes.posting());
    }

    private void keep(IdentityStatement statement, Map<MatchKey, Identifier> identifiers) {
        identifiers.forEach((key, identifier) -> {
            if (state.holdings.get(key) == null) {
                state.identifiers.put(key, identifier);
                state.holdings.put(key, List.of(new Holding<>(null, null)));
            }
        });
        if (statement.trivial()) {
            return;
        }
        String key = TenantState.statementKey(statement);
        IdentityStatement known = state.statements.get(key);
        if (known == null || statement.at().isBefore(known.at())) {
            state.statements.put(key, statement);
        }
    }

    private void setAside(Unreadable what, Instant at) {
        UUID id = UUID.nameUUIDFromBytes(
                (what.channel() + "\n" + what.account() + "\n" + what.raw()).getBytes(StandardCharsets.UTF_8));
        if (state.setAsides.get(id) == null && !state.erased.knows(id)) {
            state.setAsides.put(id, new SetAside(id, at, what));
        }
    }

    @Override
    public Cluster cluster(Set<MatchKey> seeds) {
        return new MemoryCluster(state).around(seeds);
    }

    @Override
    public void rearrange(Rearrangement change) {
        change.created().forEach(id -> state.contacts.put(id, new ContactRow(Naming.NONE, null)));
        keep(change.statement(), change.identifiers());
        forgetConflicts(change.contacts());
        change.holdings().forEach(state.holdings::put);
        for (Rearrangement.Move move : change.moves()) {
            for (EntryRow row : entries(move.from())) {
                Instant at = row.interaction().occurredAt();
                boolean after = move.after() == null || at.isAfter(move.after());
                boolean until = move.until() == null || !at.isAfter(move.until());
                if (row.route().equals(move.route()) && after && until) {
                    state.put(row.interaction().of(move.to()), row.route());
                    state.readings.remove(row.interaction().id());
                }
            }
        }
        change.restored().forEach(id -> restore(id, change.merge().orElseThrow()));
        change.absorbed().forEach((from, into) -> {
            if (MemoryRestrictions.restricted(state, from)) {
                new MemoryRestrictions(state).set(into, true);
            }
            state.contacts.put(from, new ContactRow(row(from).naming(), into));
            // What was added to the other stays on record there, for the day on which it is somebody else's again.
            state.added.put(into, state.added(into).and(state.added(from)));
        });
        for (Rearrangement.Conflict conflict : change.conflicts()) {
            state.conflicts.put(conflict.one() + " " + conflict.other(), conflict);
        }
    }

    private void restore(ContactId contact, Merge undone) {
        ContactId survivor = state.survivor(contact);
        state.contacts.put(contact, new ContactRow(row(contact).naming(), null));
        TenantState.MergeRow known =
                Objects.requireNonNull(state.merges.get(undone.id().value()));
        state.added.put(survivor, state.added(survivor).without(known.absorbeds(), known.survivors()));
    }

    private void forgetConflicts(Set<ContactId> contacts) {
        List.copyOf(state.conflicts.rows().entrySet()).stream()
                .filter(c -> contacts.contains(c.getValue().one())
                        || contacts.contains(c.getValue().other()))
                .forEach(c -> state.conflicts.remove(c.getKey()));
    }

    @Override
    public Map<ChannelAccount, List<Knot>> knots(ContactId contact) {
        Map<ChannelAccount, List<Knot>> knots = new HashMap<>();
        conversationsOf(contact).forEach(c -> knots.put(c.account(), new ArrayList<>()));
        for (EntryRow row : entries(contact)) {
            Interaction i = row.interaction();
            if (!i.threaded()) {
                continue;
            }
            knots.computeIfAbsent(i.occurrence().ref().account(), a -> new ArrayList<>())
                    .add(new Knot(
                            i.id(),
                            i.occurredAt(),
                            Knot.Boundary.of(i),
                            Attention.of(i),
                            i.occurrence().conversation()));
        }
        return knots;
    }

    @Override
    public void rethread(ContactId contact, ChannelAccount account, List<Threading.Thread> threads) {
        conversations(contact, account).toList().forEach(c -> state.remove(c.id()));
        for (Threading.Thread thread : threads) {
            state.put(thread.conversation());
            for (Knot knot : thread.knots()) {
                EntryRow row = entry(knot.id());
                if (!row.interaction()
                        .occurrence()
                        .conversation()
                        .equals(thread.conversation().id())) {
                    state.put(row.interaction().in(thread.conversation().id()), row.route());
                }
            }
        }
    }

    @Override
    public Naming namesGivenBy(ContactId contact) {
        return entries(contact).stream().map(row -> row.interaction().naming()).reduce(Naming.NONE, Naming::and);
    }

    private ContactRow row(ContactId contact) {
        return Objects.requireNonNull(state.contacts.get(contact));
    }

    private EntryRow entry(InteractionId id) {
        return Objects.requireNonNull(state.entries.get(id));
    }

    private List<EntryRow> entries(ContactId contact) {
        return state.entriesOf(contact);
    }

    private Stream<Conversation> conversationsOf(ContactId contact) {
        return state.conversationsOf(contact).stream();
    }

    private Stream<Conversation> conversations(ContactId contact, ChannelAccount account) {
        return conversationsOf(contact).filter(c -> c.account().equals(account));
    }
}
