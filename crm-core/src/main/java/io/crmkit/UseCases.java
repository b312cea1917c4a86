package io.crmkit;

import io.crmkit.analytics.Analytics;
import io.crmkit.assist.Assist;
import io.crmkit.bulk.BulkActions;
import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.ContactImport;
import io.crmkit.capture.KeptAside;
import io.crmkit.dossier.Export;
import io.crmkit.event.Events;
import io.crmkit.insight.FactBook;
import io.crmkit.merge.Merging;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.Curation;
import io.crmkit.profile.Profiles;
import io.crmkit.profile.Search;
import io.crmkit.rotation.RotateKeys;
import io.crmkit.segment.ContactList;

/** What sessions of any actor do, made once. */
record UseCases(
        Storage storage,
        Access access,
        CaptureRules rules,
        Capture capture,
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
        RotateKeys rotateKeys) {
    /** @param together whether captures may share a transaction */
    static UseCases on(Storage storage, Access access, CaptureRules rules, boolean together) {
        Profiles profiles = new Profiles(storage, access, rules.tenants(), rules.clock());
        ContactList list = new ContactList(storage, access, rules.tenants(), rules.clock());
        return new UseCases(
                storage,
                access,
                rules,
                new Capture(storage, access, rules, together),
                profiles,
                list,
                new Search(storage, access, rules.tenants(), list),
                new Curation(storage, access, rules.tenants(), rules.clock(), rules.ids()),
                new KeptAside(storage, access),
                new Merging(storage, access, rules),
                new ContactImport(storage, access, rules),
                new FactBook(storage, access, rules.clock(), rules.ids()),
                new Assist(profiles, rules.tenants(), rules.clock()),
                new Export(storage, access, rules.tenants(), rules.clock()),
                new RotateKeys(storage, access));
    }

    BulkActions bulk(Actor actor) {
        return new BulkActions(actor, storage, access, rules);
    }

    Events events(Actor actor) {
        return new Events(storage, access, rules.clock(), actor);
    }

    Analytics analytics(Actor actor) {
        return new Analytics(actor, storage, access, rules.tenants(), rules.clock());
    }
}
