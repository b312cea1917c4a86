package io.crmkit.capture;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings events in: each becomes part of a contact's timeline exactly once, in whatever order they come. No model, no
 * network and no download happens inside it. Thread-safe.
 *
 * @since 0.1
 */
public final class Capture {
    /** So many events share a transaction; more would hold locks for longer than a webhook may take. */
    static final int BATCH = 200;

    private final Storage storage;
    private final Access access;
    private final CaptureRules rules;
    private final boolean together;
    private final GroupCommit groups = new GroupCommit(BATCH);

    public Capture(Storage storage, Access access, CaptureRules rules) {
        this(storage, access, rules, true);
    }

    /** @param together whether calls may share a transaction, on the thread of one of them */
    public Capture(Storage storage, Access access, CaptureRules rules, boolean together) {
        this.together = together;
        this.storage = storage;
        this.access = access;
        this.rules = rules;
    }

    /**
     * Captures events of the actor's tenant. What it returns is durable, unless the host's own transaction is open: then
     * it commits or rolls back with that.
     *
     * @return what became of each event, in the order given
     * @throws io.crmkit.privacy.AccessDenied without {@link io.crmkit.privacy.Permission#CAPTURE}
     */
    public CaptureReceipt capture(Actor actor, List<InboundEvent> events) {
        access.enter(actor, Action.CAPTURE_EVENTS);
        List<Outcome> outcomes = new ArrayList<>(events.size());
        for (int from = 0; from < events.size(); from += BATCH) {
            outcomes.addAll(batch(actor.tenant(), events.subList(from, Math.min(events.size(), from + BATCH))));
        }
        return new CaptureReceipt(outcomes);
    }

    /**
     * Captures events within a unit of work of somebody who was let in to do something of which they are a part.
     *
     * @return what became of each event, in the order given
     */
    public static List<Outcome> within(
            UnitOfWork work, TenantId tenant, CaptureRules rules, List<InboundEvent> events) {
        // What is written by heart is committed with the check, and with it what this unit of work wrote before.
        work.outbox().writeThrough();
        return new CaptureRun(tenant, work, rules).run(events);
    }

    private List<Outcome> batch(TenantId tenant, List<InboundEvent> events) {
        return !together || storage.joinsHostTransaction()
                ? transaction(tenant, events)
                : groups.capture(tenant, events, all -> transaction(tenant, all));
    }

    private List<Outcome> transaction(TenantId tenant, List<InboundEvent> events) {
        return Overtaken.begunAgain(
                tenant, () -> storage.within(tenant, work -> new CaptureRun(tenant, work, rules).run(events)));
    }
}
