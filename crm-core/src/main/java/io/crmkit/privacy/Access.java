package io.crmkit.privacy;

import io.crmkit.Ids;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.contact.ContactId;
import java.time.InstantSource;
import java.util.Collection;

/**
 * The gate at the entrance of every use case: the one place that decides who may do what, and records it. Nothing is
 * answered that was not recorded before. Thread-safe.
 *
 * @since 0.1
 */
public final class Access {
    private final AccessPolicy policy;
    private final Storage storage;
    private final Recorder recorder;

    public Access(AccessPolicy policy, Storage storage, InstantSource clock, Ids ids) {
        this.policy = policy;
        this.storage = storage;
        this.recorder = new Recorder(storage, clock, ids);
    }

    /**
     * Lets the actor in to do something.
     *
     * @param asked the contacts that the actor names, if any
     * @throws AccessDenied if the policy does not; that is recorded by then
     */
    public Entrance enter(Actor actor, Action action, ContactId... asked) {
        Entrance entrance = new Entrance(this, storage, recorder, actor, action);
        action.needs().forEach(permission -> entrance.needing(permission, asked));
        return entrance;
    }

    /** Whether the actor sees what is personal as it is. */
    public boolean reveals(Actor actor) {
        return allows(actor, Permission.REVEAL_PERSONAL_DATA);
    }

    /** What the policy says, without anything being done or recorded. */
    public boolean allows(Actor actor, Permission permission) {
        return policy.allows(actor, permission);
    }

    /**
     * Records, in a unit of work, a part of something that somebody was let in to do before and that is done in the
     * background by now.
     *
     * @param actor the name of who was let in
     */
    public void onBehalf(UnitOfWork work, String actor, Action action, Collection<ContactId> contacts) {
        recorder.along(work, recorder.entry(actor, action, new Trace(action.fields()).of(contacts)));
    }

    void require(Actor actor, Action action, Permission permission, ContactId... asked) {
        if (!policy.allows(actor, permission)) {
            Trace trace = new Trace(action.fields());
            for (ContactId contact : asked) {
                trace.of(contact, 0);
            }
            recorder.apart(actor.tenant(), recorder.entry(actor, action, trace.ended(AuditOutcome.DENIED)));
            throw new AccessDenied(actor, permission);
        }
    }
}
