package io.crmkit;

import io.crmkit.analytics.Analytics;
import io.crmkit.assist.Assist;
import io.crmkit.audit.SealAudit;
import io.crmkit.bulk.BulkActions;
import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.ContactImport;
import io.crmkit.capture.KeptAside;
import io.crmkit.desk.Desk;
import io.crmkit.dossier.Export;
import io.crmkit.event.Events;
import io.crmkit.insight.FactBook;
import io.crmkit.insight.Verdicts;
import io.crmkit.masking.Mask;
import io.crmkit.merge.Merging;
import io.crmkit.move.Restoration;
import io.crmkit.outreach.Courier;
import io.crmkit.outreach.Hearing;
import io.crmkit.outreach.Outreach;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.AuditLog;
import io.crmkit.profile.Curation;
import io.crmkit.profile.Profiles;
import io.crmkit.profile.Search;
import io.crmkit.report.Reporting;
import io.crmkit.report.Reports;
import io.crmkit.rights.Consenting;
import io.crmkit.rights.Erasing;
import io.crmkit.rights.Retaining;
import io.crmkit.rights.Rights;
import io.crmkit.rotation.RotateKeys;
import io.crmkit.segment.ContactList;
import io.crmkit.segment.Segments;

/** What sessions of any actor do, made once. */
record UseCases(
        Storage storage,
        Access access,
        CaptureRules rules,
        SealAudit sealing,
        Hearing capture,
        Profiles profiles,
        ContactList list,
        Search search,
        Curation curation,
        KeptAside keptAside,
        Merging merging,
        ContactImport imports,
        FactBook facts,
        Assist assist,
        Export export,
        RotateKeys rotateKeys,
        Erasing erasing,
        Courier courier,
        Reporting reporting) {
    /** @param together whether captures may share a transaction */
    static UseCases on(
            Storage storage,
            Access access,
            CaptureRules rules,
            SealAudit sealing,
            Erasing erasing,
            Courier courier,
            Reporting reporting,
            boolean together) {
        Profiles profiles = new Profiles(access, rules.tenants(), rules.clock());
        ContactList list = new ContactList(access, rules.tenants(), rules.clock());
        return new UseCases(
                storage,
                access,
                rules,
                sealing,
                new Hearing(new Capture(storage, access, rules, together), courier),
                profiles,
                list,
                new Search(storage, access, rules.tenants(), list),
                new Curation(access, rules.tenants(), rules.clock(), rules.ids()),
                new KeptAside(access),
                new Merging(access, rules),
                new ContactImport(
                        access, rules, (work, contacts) -> work.restrictions().among(contacts)),
                new FactBook(access),
                new Assist(profiles, rules.tenants(), rules.clock()),
                new Export(storage, access, rules.tenants(), rules.clock()),
                new RotateKeys(storage, access),
                erasing,
                courier,
                reporting);
    }

    Rights rights(Actor actor) {
        return new Rights(
                actor, access, rules, erasing, new Consenting(rules), new Retaining(storage, access, rules, erasing));
    }

    Restoration restoration(Actor actor) {
        return new Restoration(access, rules, actor);
    }

    Mask mask(Actor actor) {
        return new Mask(access.reveals(actor));
    }

    AuditLog audit(Actor actor) {
        return new AuditLog(actor, access, storage, sealing);
    }

    BulkActions bulk(Actor actor) {
        return new BulkActions(actor, access, rules, courier);
    }

    Events events(Actor actor) {
        return new Events(access, rules.clock(), actor);
    }

    Analytics analytics(Actor actor) {
        return new Analytics(actor, storage, access, rules.tenants(), rules.clock());
    }

    Reports reports(Actor actor) {
        return new Reports(actor, access, rules.tenants(), rules.clock(), reporting);
    }

    Verdicts verdicts(Actor actor) {
        return new Verdicts(actor, access, rules.clock(), rules.ids());
    }

    Desk desk(Actor actor) {
        return new Desk(actor, access, rules.tenants(), rules.clock(), profiles);
    }

    Segments segments(Actor actor) {
        return new Segments(actor, access, rules.tenants(), rules.clock(), list, mask(actor)::summaries);
    }

    Outreach outreach(Actor actor) {
        return new Outreach(actor, access, storage, courier);
    }
}
