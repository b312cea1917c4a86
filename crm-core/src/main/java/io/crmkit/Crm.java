package io.crmkit;

import io.crmkit.assist.Assist;
import io.crmkit.capture.Capture;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.ContactImport;
import io.crmkit.capture.KeptAside;
import io.crmkit.dossier.Export;
import io.crmkit.due.DueWork;
import io.crmkit.insight.FactBook;
import io.crmkit.insight.Rejections;
import io.crmkit.merge.Merging;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Actor;
import io.crmkit.profile.Curation;
import io.crmkit.profile.Profiles;
import io.crmkit.profile.Search;
import io.crmkit.segment.ContactList;

/**
 * The door to the CRM: one instance serves every tenant of the application. Thread-safe.
 *
 * @since 0.1
 */
public final class Crm {
    private final Capture capture;
    private final Profiles profiles;
    private final ContactList list;
    private final Search search;
    private final Curation curation;
    private final KeptAside keptAside;
    private final Merging merging;
    private final ContactImport imports;
    private final FactBook facts;
    private final Assist assist;
    private final Export export;
    private final DueWork dueWork;
    private final Rejections rejections;

    Crm(Storage storage, Access access, CaptureRules rules, DueWork dueWork, Rejections rejections) {
        this.capture = new Capture(storage, access, rules);
        this.profiles = new Profiles(storage, access, rules.tenants(), rules.clock());
        this.list = new ContactList(storage, access, rules.tenants(), rules.clock());
        this.search = new Search(storage, access, rules.tenants(), list);
        this.curation = new Curation(storage, access, rules.tenants(), rules.clock(), rules.ids());
        this.keptAside = new KeptAside(storage, access);
        this.merging = new Merging(storage, access, rules);
        this.imports = new ContactImport(storage, access, rules);
        this.facts = new FactBook(storage, access, rules.clock(), rules.ids());
        this.assist = new Assist(profiles, rules.tenants());
        this.export = new Export(storage, access, rules.tenants(), rules.clock());
        this.dueWork = dueWork;
        this.rejections = rejections;
    }

    /** Begins a CRM on this storage. */
    public static CrmBuilder create(Storage storage) {
        return new CrmBuilder(storage);
    }

    /** What this actor can do, for the actor's tenant. Cheap; one for each request. */
    public CrmSession as(Actor actor) {
        return new CrmSession(
                actor, capture, profiles, list, search, curation, keptAside, merging, imports, facts, assist, export);
    }

    /** The background work of this application, to be started and stopped with it. */
    public DueWork dueWork() {
        return dueWork;
    }

    /** How much of what extractors gave was not believed. */
    public Rejections rejections() {
        return rejections;
    }
}
