package io.crmkit.watch;

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
import io.crmkit.due.DueList;
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

/** The ports of one unit of work, of which those that change contacts are watched. */
final class WatchedWork implements UnitOfWork {
    private final UnitOfWork unit;
    private final Watch watch;
    private final Closings closings;

    WatchedWork(UnitOfWork unit, Watch watch) {
        this.unit = unit;
        this.watch = watch;
        this.closings = new Closings(unit);
    }

    @Override
    public Ledger ledger() {
        return new WatchedLedger(unit, watch, closings);
    }

    @Override
    public Additions additions() {
        return new WatchedAdditions(unit.additions(), watch);
    }

    @Override
    public Facts facts() {
        return new WatchedFacts(unit.facts(), watch);
    }

    @Override
    public Memberships memberships() {
        return new WatchedMemberships(unit.memberships(), watch);
    }

    @Override
    public Readings readings() {
        return new WatchedReadings(unit.readings(), watch);
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
    public Timelines timelines() {
        return unit.timelines();
    }

    @Override
    public Dealings dealings() {
        return unit.dealings();
    }

    @Override
    public SetAsides setAsides() {
        return unit.setAsides();
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
    public KeyRotation keyRotation() {
        return unit.keyRotation();
    }

    @Override
    public DueList due() {
        return unit.due();
    }

    @Override
    public Outbox outbox() {
        return unit.outbox();
    }

    @Override
    public Letters letters() {
        return unit.letters();
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
    public SmartLists smartLists() {
        return new WatchedLists(unit.smartLists(), watch);
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

    @Override
    public PersonRequests requests() {
        return new WatchedRequests(unit, watch);
    }

    @Override
    public Sendings sendings() {
        return unit.sendings();
    }
}
