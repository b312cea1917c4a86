package io.crmkit;

import io.crmkit.ai.FactExtractor;
import io.crmkit.due.DueWork;
import io.crmkit.insight.Extraction;
import io.crmkit.insight.Outcomes;
import io.crmkit.insight.Rejections;
import io.crmkit.insight.Trial;
import io.crmkit.privacy.Actor;

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

    /** The background work of this application, to be started and stopped with it. */
    public DueWork dueWork() {
        return dueWork;
    }

    /** What an extractor that is not in use yet, or a newer version of one that is, would make of contacts. */
    public Trial trial(Actor actor, FactExtractor candidate) {
        return new Trial(actor, uses.storage(), uses.access(), extraction, candidate);
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
