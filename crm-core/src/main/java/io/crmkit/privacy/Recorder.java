package io.crmkit.privacy;

import io.crmkit.Ids;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds entries to the audit and calls for somebody to seal them. A call is due work under an id of its own, so that nobody
 * ever waits for another's; those of a node follow each other after two seconds or a thousand entries, and what was
 * recorded between them is sealed by the one before.
 */
final class Recorder {
    /** A call made by now covers what is recorded within this time. */
    private static final Duration COVERED = Duration.ofSeconds(2);

    /** Later than what is covered, so that it has been committed by then; with the next look of the workers 5 seconds. */
    private static final Duration SEALED = Duration.ofMillis(4_500);

    private static final int MOST = 1_000;

    private final Storage storage;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<TenantId, Call> calls = new ConcurrentHashMap<>();

    Recorder(Storage storage, InstantSource clock, Ids ids) {
        this.storage = storage;
        this.clock = clock;
        this.ids = ids;
    }

    /** When somebody was called to seal, and how much was recorded since. */
    private record Call(Instant at, AtomicInteger entries) {
        boolean fresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(COVERED));
        }

        boolean full() {
            return entries.get() >= MOST;
        }
    }

    AuditEntry entry(Actor actor, Action action, Trace trace) {
        return entry(actor.name(), actor.role(), action, actor.purpose(), actor.request(), trace);
    }

    /** Of something an actor was let in to do before. */
    AuditEntry entry(String actor, Action action, Trace trace) {
        return entry(actor, "", action, "", "", trace);
    }

    private AuditEntry entry(String actor, String role, Action action, String purpose, String request, Trace trace) {
        boolean allowed = trace.outcome() == AuditOutcome.ALLOWED;
        return new AuditEntry(
                ids.next(),
                clock.instant(),
                actor,
                role,
                action.name(),
                trace.outcome(),
                allowed ? trace.fields() : "",
                purpose,
                request,
                trace.filter(),
                trace.count(),
                List.copyOf(trace.contacts()));
    }

    /** Adds in a transaction of its own, whatever becomes of the host's. */
    void apart(TenantId tenant, AuditEntry entry) {
        committed(tenant, storage.apart(tenant, work -> add(work, tenant, entry)));
    }

    /** Adds in a transaction that is over soon; whether it called for somebody. */
    boolean add(UnitOfWork work, TenantId tenant, AuditEntry entry) {
        work.audit().add(entry);
        Call call = calls.get(tenant);
        if (call == null || !call.fresh(entry.at())) {
            call(work, entry, entry.at().plus(SEALED));
            return true;
        }
        if (call.full()) {
            call(work, entry, entry.at());
            return true;
        }
        call.entries().incrementAndGet();
        return false;
    }

    /** Adds in a transaction that may take long, of which nobody knows when it is over. */
    void along(UnitOfWork work, AuditEntry entry) {
        work.audit().add(entry);
        call(work, entry, entry.at().plus(SEALED));
    }

    private static void call(UnitOfWork work, AuditEntry entry, Instant at) {
        work.due().add(List.of(new Due(entry.id(), DueKind.SEAL_AUDIT, at)));
    }

    /** Told after the transaction in which something was added. */
    void committed(TenantId tenant, boolean called) {
        Instant now = clock.instant();
        if (called) {
            calls.put(tenant, new Call(now, new AtomicInteger()));
            return;
        }
        Call call = calls.get(tenant);
        if (call == null || now.isAfter(call.at().plus(COVERED.multipliedBy(2)))) {
            // It took so long that what was called for may be done already.
            storage.apart(tenant, work -> {
                work.due().add(List.of(new Due(ids.next(), DueKind.SEAL_AUDIT, now)));
                return now;
            });
            calls.put(tenant, new Call(now, new AtomicInteger()));
        }
    }
}
