package io.crmkit;

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

/**
 * The storage ports of one tenant within one transaction. Not thread-safe.
 *
 * @since 0.1
 */
public interface UnitOfWork {
    /** What capture reads and writes. */
    Ledger ledger();

    /** Contacts, for reading. */
    Contacts contacts();

    /** What was said, by words. */
    SearchIndex searchIndex();

    /** Contacts by criteria. */
    Selections selections();

    /** Merges by hand. */
    Merges merges();

    /** What contacts that may be one person share. */
    Marks marks();

    /** Who is said not to be a duplicate. */
    Dismissals dismissals();

    /** What people add to contacts. */
    Additions additions();

    /** Interactions and conversations, for reading. */
    Timelines timelines();

    /** What contacts booked and paid. */
    Dealings dealings();

    /** What was kept aside. */
    SetAsides setAsides();

    /** What is known about contacts. */
    Facts facts();

    /** What was read of messages, by which extractor. */
    Readings readings();

    /** Changes to many contacts. */
    Bulks bulks();

    /** What many contacts have, at once. */
    Dossiers dossiers();

    /** Newer keys. */
    KeyRotation keyRotation();

    /** Work to be done later. */
    DueList due();

    /** Events to be put on their way. */
    Outbox outbox();

    /** Events on their way. */
    Letters letters();

    /** What all contacts bought, and what brought them. */
    Sales sales();

    /** What a tenant has beside what its contacts show. */
    Archive archive();

    /** What was done with whose data. */
    AuditTrail audit();

    /** What seals it. */
    AuditChain auditChain();

    /** Saved criteria. */
    SmartLists smartLists();

    /** Who was noticed to be in which segments. */
    Memberships memberships();

    /** Erasing people. */
    Erasures erasures();

    /** What people agreed to. */
    Consents consents();

    /** Who is restricted. */
    Restrictions restrictions();

    /** What waits for its message. */
    PendingUpdates pendingUpdates();

    /** How all conversations went. */
    Talks talks();

    /** Messages on their way out. */
    Sendings sendings();

    /** What people asked for who have a right to it. */
    PersonRequests requests();

    /** Reports that come by themselves. */
    ReportBook reports();

    /** What was agreed with contacts, asked for by them and said to them. */
    Keepsakes keepsakes();

    /** What is kept of people who were erased. */
    Graveyard graveyard();

    /** How far an archive is taken over. */
    Moves moves();
}
