package io.crmkit.memory;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.analytics.Sales;
import io.crmkit.analytics.Talks;
import io.crmkit.appointment.Dealings;
import io.crmkit.audit.AuditChain;
import io.crmkit.audit.AuditTrail;
import io.crmkit.bulk.Bulks;
import io.crmkit.capture.Ledger;
import io.crmkit.capture.PendingUpdates;
import io.crmkit.capture.SetAsides;
import io.crmkit.consent.Consents;
import io.crmkit.contact.Additions;
import io.crmkit.contact.Contacts;
import io.crmkit.contact.Merges;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.Dossiers;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueList;
import io.crmkit.due.Upcoming;
import io.crmkit.duplicate.Dismissals;
import io.crmkit.duplicate.Marks;
import io.crmkit.event.Letters;
import io.crmkit.event.Outbox;
import io.crmkit.insight.Facts;
import io.crmkit.insight.Readings;
import io.crmkit.interaction.Timelines;
import io.crmkit.membership.Memberships;
import io.crmkit.move.Graveyard;
import io.crmkit.move.Keepsakes;
import io.crmkit.move.Moves;
import io.crmkit.outreach.Sendings;
import io.crmkit.report.ReportBook;
import io.crmkit.request.PersonRequests;
import io.crmkit.rights.Erasures;
import io.crmkit.rights.Restrictions;
import io.crmkit.rotation.KeyRotation;
import io.crmkit.search.SearchIndex;
import io.crmkit.segment.Selections;
import io.crmkit.segment.SmartLists;
import io.crmkit.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Storage in this process's memory: the reference for every adapter, for tests and first steps. One lock per tenant;
 * work that throws is undone. Knows no host transactions and keeps nothing when the process ends.
 *
 * @since 0.1
 */
public final class InMemoryStorage implements Storage {
    private final Map<TenantId, TenantState> tenants = new ConcurrentHashMap<>();

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        TenantState state = tenants.computeIfAbsent(tenant, t -> new TenantState());
        synchronized (state) {
            boolean done = false;
            try {
                T result = work.apply(new Work(state));
                done = true;
                return result;
            } finally {
                if (!done) {
                    state.undo.forEach(Runnable::run);
                }
                state.undo.clear();
            }
        }
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        TenantState state = tenants.computeIfAbsent(tenant, t -> new TenantState());
        TenantState copy;
        synchronized (state) {
            copy = state.copy();
        }
        return work.apply(new Work(copy));
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        TenantState state = tenants.computeIfAbsent(tenant, t -> new TenantState());
        synchronized (state) {
            // What this thread is in the middle of is undone without it.
            Deque<Runnable> others = new ArrayDeque<>(state.undo);
            state.undo.clear();
            try {
                return within(tenant, work);
            } finally {
                state.undo.addAll(others);
            }
        }
    }

    @Override
    public boolean joinsHostTransaction() {
        return false;
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        List<Upcoming> all = new ArrayList<>();
        tenants.forEach((tenant, state) -> {
            synchronized (state) {
                new MemoryDueList(state).times(kinds).forEach(at -> all.add(new Upcoming(tenant, at)));
            }
        });
        return all.stream()
                .sorted(Comparator.comparing(Upcoming::at))
                .limit(limit)
                .toList();
    }

    private record Work(TenantState state) implements UnitOfWork {
        @Override
        public Ledger ledger() {
            return new MemoryLedger(state);
        }

        @Override
        public Contacts contacts() {
            return new MemoryContacts(state);
        }

        @Override
        public Merges merges() {
            return new MemoryMerges(state);
        }

        @Override
        public Marks marks() {
            return new MemoryMarks(state);
        }

        @Override
        public Dismissals dismissals() {
            return new MemoryDismissals(state);
        }

        @Override
        public Additions additions() {
            return new MemoryAdditions(state);
        }

        @Override
        public SearchIndex searchIndex() {
            return new MemorySearchIndex(state);
        }

        @Override
        public Selections selections() {
            return new MemorySelections(state);
        }

        @Override
        public Timelines timelines() {
            return new MemoryTimelines(state);
        }

        @Override
        public Dealings dealings() {
            return new MemoryDealings(state);
        }

        @Override
        public SetAsides setAsides() {
            return new MemorySetAsides(state);
        }

        @Override
        public Facts facts() {
            return new MemoryFacts(state);
        }

        @Override
        public Readings readings() {
            return new MemoryReadings(state);
        }

        @Override
        public Bulks bulks() {
            return new MemoryBulks(state);
        }

        @Override
        public KeyRotation keyRotation() {
            return new NothingSealed();
        }

        @Override
        public Dossiers dossiers() {
            return new MemoryDossiers(state);
        }

        @Override
        public DueList due() {
            return new MemoryDueList(state);
        }

        @Override
        public Outbox outbox() {
            return new MemoryOutbox(state.streams);
        }

        @Override
        public Memberships memberships() {
            return state.members;
        }

        @Override
        public Letters letters() {
            return new MemoryLetters(state.streams);
        }

        @Override
        public Sales sales() {
            return new MemorySales(state);
        }

        @Override
        public Talks talks() {
            return new MemoryTalks(state);
        }

        @Override
        public ReportBook reports() {
            return state.reports;
        }

        @Override
        public Archive archive() {
            return new MemoryArchive(state);
        }

        @Override
        public Keepsakes keepsakes() {
            return new MemoryKeepsakes(state);
        }

        @Override
        public Graveyard graveyard() {
            return new MemoryGraveyard(state);
        }

        @Override
        public Moves moves() {
            return state.moves;
        }

        @Override
        public AuditTrail audit() {
            return new MemoryAuditTrail(state);
        }

        @Override
        public AuditChain auditChain() {
            return new MemoryAuditChain(state);
        }

        @Override
        public SmartLists smartLists() {
            return new MemorySmartLists(state);
        }

        @Override
        public Erasures erasures() {
            return new MemoryErasures(state);
        }

        @Override
        public Consents consents() {
            return new MemoryConsents(state);
        }

        @Override
        public Restrictions restrictions() {
            return new MemoryRestrictions(state);
        }

        @Override
        public PendingUpdates pendingUpdates() {
            return new MemoryPendingUpdates(state);
        }

        @Override
        public PersonRequests requests() {
            return new MemoryRequests(state);
        }

        @Override
        public Sendings sendings() {
            return new MemorySendings(state);
        }
    }
}
