package io.crmkit;

import io.crmkit.assist.Assist;
import io.crmkit.bulk.BulkActions;
import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.ContactImport;
import io.crmkit.capture.KeptAside;
import io.crmkit.dossier.Export;
import io.crmkit.insight.FactBook;
import io.crmkit.merge.Merging;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.Curation;
import io.crmkit.profile.Profiles;
import io.crmkit.profile.Search;
import io.crmkit.rights.Consenting;
import io.crmkit.rights.Erasing;
import io.crmkit.rights.Restricting;
import io.crmkit.rights.Retaining;
import io.crmkit.rights.Rights;
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
        RotateKeys rotateKeys,
        Erasing erasing) {
    static UseCases on(Storage storage, Access access, CaptureRules rules, Erasing erasing) {
        Profiles profiles = new Profiles(storage, access, rules.tenants(), rules.clock());
        ContactList list = new ContactList(storage, access, rules.tenants(), rules.clock());
        return new UseCases(
                storage,
                access,
                rules,
                new Capture(storage, access, rules),
                profiles,
                list,
                new Search(storage, access, rules.tenants(), list),
                new Curation(storage, access, rules.tenants(), rules.clock(), rules.ids()),
                new KeptAside(storage, access),
                new Merging(storage, access, rules),
                new ContactImport(storage, access, rules),
                new FactBook(storage, access, rules.clock(), rules.ids()),
                new Assist(profiles, rules.tenants()),
                new Export(storage, access, rules.tenants(), rules.clock()),
                new RotateKeys(storage, access),
                erasing);
    }

    Rights rights(Actor actor) {
        return new Rights(
                actor,
                access,
                erasing,
                new Consenting(storage, rules),
                new Restricting(storage),
                new Retaining(storage, rules, erasing));
    }

    BulkActions bulk(Actor actor) {
        return new BulkActions(actor, storage, access, rules);
    }
}
