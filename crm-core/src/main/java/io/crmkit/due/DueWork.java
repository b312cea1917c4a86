package io.crmkit.due;

import io.crmkit.CrmException;
import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work that is due, in the background or when told to. Any number of nodes share it by leases: each piece of
 * work is handed to one of them, done outside the transaction that handed it out, and finished only if there is no more
 * of it meanwhile. Thread-safe.
 *
 * @since 0.1
 */
public final class DueWork {
    /** Long enough for the slowest call of a model; what a killed node had is taken up after it. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** More than an hour, so that what is away for one is not given up. */
    static final int ATTEMPTS = 16;

    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int LOOK = 100;
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final Storage storage;
    private final Map<DueKind, DueTask> tasks;
    private final InstantSource clock;
    private @Nullable DueThreads threads;

    public DueWork(Storage storage, Map<DueKind, DueTask> tasks, InstantSource clock) {
        this.storage = storage;
        this.tasks = Map.copyOf(tasks);
        this.clock = clock;
    }

    /** Begins to work in the background; does nothing if it does already. */
    public synchronized void start() {
        if (threads == null && !tasks.isEmpty()) {
            threads = DueThreads.start(tasks.keySet(), this::next);
        }
    }

    /** Stops working in the background, once what is being done is done. */
    public synchronized void stop() {
        if (threads != null) {
            threads.stop();
            threads = null;
        }
    }

    /**
     * Does everything that is due now on this thread, of every tenant.
     *
     * @return how many pieces of work were taken up
     * @throws IllegalStateException within a host's transaction, which nothing slow may hold
     */
    public int runDue() {
        if (storage.joinsHostTransaction()) {
            throw new IllegalStateException("Due work is not done within a transaction: call it after the commit");
        }
        int done = 0;
        for (Runnable work = next(tasks.keySet()); work != null; work = next(tasks.keySet())) {
            work.run();
            done++;
        }
        return done;
    }

    /** Claims the next piece of work of these kinds that is due; null if there is none. */
    private @Nullable Runnable next(Set<DueKind> kinds) {
        if (kinds.isEmpty()) {
            return null;
        }
        Instant now = clock.instant();
        List<TenantId> tenants = storage.upcoming(kinds, LOOK).stream()
                .filter(upcoming -> !upcoming.at().isAfter(now))
                .map(Upcoming::tenant)
                .distinct()
                .toList();
        for (TenantId tenant : tenants) {
            // One at a time: what is claimed and waits behind something slow could be done by another node.
            List<Claim> claims = storage.within(tenant, work -> work.due().claim(kinds, now, now.plus(LEASE), 1));
            if (!claims.isEmpty()) {
                return () -> run(tenant, claims.get(0));
            }
        }
        return null;
    }

    private void run(TenantId tenant, Claim claim) {
        try {
            settle(tenant, claim, task(claim).run(tenant, claim));
        } catch (StorageUnavailable away) {
            LOG.warn("Storage is away; {} of tenant {} is due again when its lease ends", claim.kind(), tenant);
        } catch (RuntimeException failure) {
            fail(tenant, claim, failure);
        }
    }

    private DueTask task(Claim claim) {
        DueTask task = tasks.get(claim.kind());
        if (task == null) {
            throw new IllegalStateException("Nobody asked for " + claim.kind());
        }
        return task;
    }

    private void settle(TenantId tenant, Claim claim, DueTask.Result result) {
        storage.within(tenant, work -> {
            if (result instanceof DueTask.Result.Later later) {
                work.due().putOff(claim, later.at(), 0);
            } else if (result instanceof DueTask.Result.Away away) {
                Duration wait = away.atLeast().compareTo(AWAY) > 0 ? away.atLeast() : AWAY;
                work.due().putOff(claim, clock.instant().plus(wait), claim.attempts() - 1);
            } else {
                work.due().finish(claim);
            }
            return claim;
        });
    }

    private void fail(TenantId tenant, Claim claim, RuntimeException failure) {
        String error = failure.getClass().getSimpleName()
                + (failure instanceof CrmException ? ": " + failure.getMessage() : "");
        boolean parks = claim.attempts() >= ATTEMPTS;
        LOG.warn(
                "{} of tenant {} failed, attempt {}{}: {}",
                claim.kind(),
                tenant,
                claim.attempts(),
                parks ? ", and is parked" : "",
                error);
        storage.within(tenant, work -> {
            if (parks) {
                work.due().park(claim, error);
            } else {
                work.due().putOff(claim, clock.instant().plus(backOff(claim.attempts())), claim.attempts());
            }
            return claim;
        });
    }

    private static Duration backOff(int attempts) {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
