package io.crmkit.testkit.storage;

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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A storage whose ledger does what it is asked and then fails, at one step; after the last step the work itself fails. */
final class FaultyStorage implements Storage {
    private final Storage storage;
    private int stepsLeft;

    /** @param step the first is 1 */
    FaultyStorage(Storage storage, int step) {
        this.storage = storage;
        this.stepsLeft = step;
    }

    /** What was made to fail. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.within(tenant, unit -> {
            T result = work.apply(new Faulty(unit));
            step();
            return result;
        });
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.snapshot(tenant, work);
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.apart(tenant, work);
    }

    @Override
    public boolean joinsHostTransaction() {
        return storage.joinsHostTransaction();
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        return storage.upcoming(kinds, limit);
    }

    private void step() {
        if (--stepsLeft == 0) {
            throw new Fault();
        }
    }

    private Ledger faulty(Ledger ledger) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(ledger, arguments);
                        step();
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private final class Faulty implements UnitOfWork {
        private final UnitOfWork unit;

        Faulty(UnitOfWork unit) {
            this.unit = unit;
        }

        @Override
        public Ledger ledger() {
            return faulty(unit.ledger());
        }

        @Override
        public Contacts contacts() {
            return unit.contacts();
        }

        @Override
        public SearchIndex searchIndex() {
            return unit.searchIndex();
        }

        @Override
        public Selections selections() {
            return unit.selections();
        }

        @Override
        public Merges merges() {
            return unit.merges();
        }

        @Override
        public Marks marks() {
            return unit.marks();
        }

        @Override
        public Dismissals dismissals() {
            return unit.dismissals();
        }

        @Override
        public PersonRequests requests() {
            return unit.requests();
        }

        @Override
        public Sendings sendings() {
            return unit.sendings();
        }

        @Override
        public Sales sales() {
            return unit.sales();
        }

        @Override
        public Talks talks() {
            return unit.talks();
        }

        @Override
        public ReportBook reports() {
            return unit.reports();
        }

        @Override
        public KeyRotation keyRotation() {
            return unit.keyRotation();
        }

        @Override
        public Additions additions() {
            return unit.additions();
        }

        @Override
        public Timelines timelines() {
            return unit.timelines();
        }

        @Override
        public Dealings dealings() {
            return unit.dealings();
        }

        @Override
        public Outbox outbox() {
            return unit.outbox();
        }

        @Override
        public Memberships memberships() {
            return unit.memberships();
        }

        @Override
        public Letters letters() {
            return unit.letters();
        }

        @Override
        public SetAsides setAsides() {
            return unit.setAsides();
        }

        @Override
        public Facts facts() {
            return unit.facts();
        }

        @Override
        public Readings readings() {
            return unit.readings();
        }

        @Override
        public Bulks bulks() {
            return unit.bulks();
        }

        @Override
        public Dossiers dossiers() {
            return unit.dossiers();
        }

        @Override
        public DueList due() {
            return unit.due();
        }

        @Override
        public Archive archive() {
            return unit.archive();
        }

        @Override
        public Keepsakes keepsakes() {
            return unit.keepsakes();
        }

        @Override
        public Graveyard graveyard() {
            return unit.graveyard();
        }

        @Override
        public Moves moves() {
            return unit.moves();
        }

        @Override
        public AuditTrail audit() {
            return unit.audit();
        }

        @Override
        public AuditChain auditChain() {
            return unit.auditChain();
        }

        @Override
        public SmartLists smartLists() {
            return unit.smartLists();
        }

        @Override
        public Erasures erasures() {
            return unit.erasures();
        }

        @Override
        public Consents consents() {
            return unit.consents();
        }

        @Override
        public Restrictions restrictions() {
            return unit.restrictions();
        }

        @Override
        public PendingUpdates pendingUpdates() {
            return unit.pendingUpdates();
        }
    }
}
