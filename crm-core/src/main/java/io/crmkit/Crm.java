package io.crmkit;

import io.crmkit.ai.FactExtractor;
import io.crmkit.due.DueWork;
import io.crmkit.insight.Extraction;
import io.crmkit.insight.Outcomes;
import io.crmkit.insight.Rejections;
import io.crmkit.insight.Trial;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Permission;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.time.InstantSource;

/**
 * The door to the CRM: one instance serves every tenant of the application. Thread-safe.
 *
 * @since 0.1
 */
public final class Crm {
    private final UseCases uses;
    private final DueWork dueWork;
    private final Extraction.Rules extraction;

    Crm(UseCases uses, DueWork dueWork, Extraction.Rules extraction) {
        this.uses = uses;
        this.dueWork = dueWork;
        this.extraction = extraction;
    }

    /** Begins a CRM on this storage. */
    public static CrmBuilder create(Storage storage) {
        return new CrmBuilder(storage);
    }

    /** What this actor can do, for the actor's tenant. Cheap; one for each request. */
    public CrmSession as(Actor actor) {
        return new CrmSession(actor, uses);
    }

    /** Whether an actor may do something, so that a screen offers only that; asking is not on record. */
    public boolean allows(Actor actor, Permission permission) {
        return uses.access().allows(actor, permission);
    }

    /** What the host said of a tenant. */
    public TenantSettings settings(TenantId tenant) {
        return uses.rules().tenants().settings(tenant);
    }

    /** The time everything goes by. */
    public InstantSource clock() {
        return uses.rules().clock();
    }

    /** The background work of this application, to be started and stopped with it. */
    public DueWork dueWork() {
        return dueWork;
    }

    /** What an extractor that is not in use yet, or a newer version of one that is, would make of contacts. */
    public Trial trial(Actor actor, FactExtractor candidate) {
        return new Trial(actor, uses.storage(), uses.access(), extraction, candidate);
    }

    /**
     * Does every erasure again that the {@link io.crmkit.rights.ErasureLedger} knows of: to be called at start, before
     * anybody reads, wherever the database may have been restored from a dump. Changes nothing where all are done.
     */
    public void reapplyErasures() {
        uses.erasing().reapply();
    }

    /** How much of what extractors gave was not believed. */
    public Rejections rejections() {
        return extraction.rejections();
    }

    /** What came of extraction. */
    public Outcomes outcomes() {
        return extraction.outcomes();
    }
}
