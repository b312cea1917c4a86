package io.crmkit.jpa;

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
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The ports on one connection, for one tenant and one transaction. */
final class JpaWork implements UnitOfWork, AutoCloseable {
    private final Sql sql;
    private final KeyRing ring;
    private final Reading reading;
    private final Sealing sealing;
    private final JpaLedger ledger;
    private final Encounter encounter;
    private @Nullable StatelessSession session;
    private boolean writes;

    JpaWork(Sql sql, KeyRing ring, Acquaintances acquaintances, Reading reading) {
        this.sql = sql;
        this.ring = ring;
        this.reading = reading;
        this.sealing = new Sealing(sql, ring);
        this.encounter = new Encounter(acquaintances, sql, sealing);
        this.ledger = new JpaLedger(sql, sealing, encounter);
    }

    @Override
    public Ledger ledger() {
        writes = true;
        return ledger;
    }

    @Override
    public Contacts contacts() {
        return new JpaContacts(session(), sql, sealing);
    }

    @Override
    public SearchIndex searchIndex() {
        writes = true;
        JpaTimelines timelines = new JpaTimelines(session(), sql, sealing);
        JpaContacts contacts = new JpaContacts(session(), sql, sealing);
        return new JpaSearchIndex(sql, sealing, timelines, new IndexRebuild(sql, sealing, contacts, timelines));
    }

    @Override
    public Selections selections() {
        return new JpaSelections(sql, sealing, new JpaContacts(session(), sql, sealing));
    }

    @Override
    public Merges merges() {
        writes = true;
        return new JpaMerges(sql, sealing);
    }

    @Override
    public Marks marks() {
        return new JpaMarks(sql, sealing, new JpaContacts(session(), sql, sealing));
    }

    @Override
    public Dismissals dismissals() {
        writes = true;
        return new JpaDismissals(sql, sealing);
    }

    @Override
    public Additions additions() {
        writes = true;
        return new JpaAdditions(sql, sealing);
    }

    @Override
    public Timelines timelines() {
        return new JpaTimelines(session(), sql, sealing);
    }

    @Override
    public Dealings dealings() {
        writes = true;
        return new JpaDealings(sql, sealing);
    }

    @Override
    public SetAsides setAsides() {
        writes = true;
        return new JpaSetAsides(session(), sql, sealing);
    }

    @Override
    public Facts facts() {
        writes = true;
        return new JpaFacts(sql, sealing);
    }

    @Override
    public Readings readings() {
        writes = true;
        return new JpaReadings(sql, sealing);
    }

    @Override
    public Bulks bulks() {
        writes = true;
        return new JpaBulks(sql, sealing);
    }

    @Override
    public Dossiers dossiers() {
        return new JpaDossiers(sql, sealing);
    }

    @Override
    public DueList due() {
        writes = true;
        return new JpaDueList(sql);
    }

    @Override
    public Sales sales() {
        return new JpaSales(sql, sealing);
    }

    @Override
    public Talks talks() {
        return new JpaTalks(sql, new JpaTimelines(session(), sql, sealing));
    }

    @Override
    public ReportBook reports() {
        writes = true;
        return new JpaReports(sql, sealing);
    }

    @Override
    public Erasures erasures() {
        writes = true;
        return new JpaErasures(sql, sealing);
    }

    @Override
    public Consents consents() {
        writes = true;
        return new JpaConsents(sql, sealing);
    }

    @Override
    public Restrictions restrictions() {
        writes = true;
        return new JpaRestrictions(sql);
    }

    @Override
    public PendingUpdates pendingUpdates() {
        writes = true;
        return new JpaPendingUpdates(sql, sealing);
    }

    @Override
    public KeyRotation keyRotation() {
        writes = true;
        return new JpaKeyRotation(sql, ring);
    }

    @Override
    public Archive archive() {
        return new JpaArchive(sql, sealing);
    }

    @Override
    public Keepsakes keepsakes() {
        return new JpaKeepsakes(sql, sealing);
    }

    @Override
    public Graveyard graveyard() {
        return new JpaGraveyard(sql, sealing);
    }

    @Override
    public Moves moves() {
        writes = true;
        return new JpaMoves(sql);
    }

    @Override
    public AuditTrail audit() {
        writes = true;
        return new JpaAuditTrail(sql, sealing);
    }

    @Override
    public AuditChain auditChain() {
        writes = true;
        return new JpaAuditChain(sql, sealing);
    }

    @Override
    public SmartLists smartLists() {
        writes = true;
        return new JpaSmartLists(sql, sealing);
    }

    @Override
    public Outbox outbox() {
        writes = true;
        return new JpaOutbox(sql, sealing, encounter);
    }

    @Override
    public Memberships memberships() {
        writes = true;
        return new JpaMemberships(sql, sealing);
    }

    @Override
    public Letters letters() {
        writes = true;
        return new JpaLetters(sql, sealing);
    }

    @Override
    public PersonRequests requests() {
        writes = true;
        return new JpaRequests(sql);
    }

    @Override
    public Sendings sendings() {
        writes = true;
        return new JpaSendings(sql, sealing);
    }

    private StatelessSession session() {
        if (session == null) {
            session = reading.on(sql.connection());
        }
        return session;
    }

    /** Whether it was handed a port that writes. */
    boolean writes() {
        return writes;
    }

    /** Writes what waited for the work to be over. */
    void finish() {
        ledger.finish();
    }

    /** Told after the transaction committed. */
    void committed() {
        sealing.known().ifPresent(keys -> ring.keep(sql.tenant(), keys));
        encounter.committed();
    }

    /** Told when it is not known to be committed. */
    void failed() {
        encounter.failed();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
