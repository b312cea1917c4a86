package io.crmkit.privacy;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.contact.ContactId;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Somebody who was let in to do one thing. Thread-safe.
 *
 * @since 0.1
 */
public final class Entrance {
    private final Access access;
    private final Storage storage;
    private final Recorder recorder;
    private final Actor actor;
    private final Action action;

    Entrance(Access access, Storage storage, Recorder recorder, Actor actor, Action action) {
        this.access = access;
        this.storage = storage;
        this.recorder = recorder;
        this.actor = actor;
        this.action = action;
    }

    /**
     * Asks for one more permission.
     *
     * @throws AccessDenied if the policy does not give it; that is recorded by then
     */
    public Entrance needing(Permission permission, ContactId... asked) {
        access.require(actor, action, permission, asked);
        return this;
    }

    /**
     * Reads, and records what was read before it is answered, in a transaction that no rollback of the host's undoes.
     *
     * @param work reads, and says whose data it read
     */
    public <T> T read(BiFunction<UnitOfWork, Trace, T> work) {
        Trace trace = new Trace(action.fields());
        if (storage.joinsHostTransaction()) {
            T answer = storage.within(actor.tenant(), unit -> work.apply(unit, trace));
            recorder.apart(actor.tenant(), recorder.entry(actor, action, trace));
            return answer;
        }
        return own(work, trace);
    }

    /**
     * Changes something, and records it in the same transaction; where there was nothing to change, that is recorded in
     * one that no rollback of the host's undoes.
     *
     * @param work changes, and says whose data it changed
     */
    public <T> T change(BiFunction<UnitOfWork, Trace, T> work) {
        Trace trace = new Trace(action.fields());
        if (!storage.joinsHostTransaction()) {
            return own(work, trace);
        }
        T answer = storage.within(actor.tenant(), unit -> {
            T done = work.apply(unit, trace);
            if (trace.outcome() == AuditOutcome.ALLOWED) {
                recorder.along(unit, recorder.entry(actor, action, trace));
            }
            return done;
        });
        if (trace.outcome() != AuditOutcome.ALLOWED) {
            recorder.apart(actor.tenant(), recorder.entry(actor, action, trace));
        }
        return answer;
    }

    /** Records what is about to be done, in a transaction that no rollback of the host's undoes. */
    public void record(Function<Trace, Trace> about) {
        recorder.apart(actor.tenant(), recorder.entry(actor, action, about.apply(new Trace(action.fields()))));
    }

    private <T> T own(BiFunction<UnitOfWork, Trace, T> work, Trace trace) {
        boolean[] called = new boolean[1];
        T answer = storage.within(actor.tenant(), unit -> {
            T done = work.apply(unit, trace);
            called[0] = recorder.add(unit, actor.tenant(), recorder.entry(actor, action, trace));
            return done;
        });
        recorder.committed(actor.tenant(), called[0]);
        return answer;
    }
}
