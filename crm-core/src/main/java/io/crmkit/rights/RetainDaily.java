package io.crmkit.rights;

import io.crmkit.Storage;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueTask;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes what was kept long enough once a day, of every tenant somebody works with. Broken off, it is taken up again and
 * goes on where it ended; done by two at the same time it is done once. Thread-safe.
 */
public final class RetainDaily implements DueTask {
    /** Who removes it, as the audit has it. */
    static final String BY = "retention";

    private static final Duration PAUSE = Duration.ofDays(1);

    private final Storage storage;
    private final Access access;
    private final InstantSource clock;
    private final Retaining retaining;
    private final RetentionPolicy policy;
    private final Set<TenantId> begun = ConcurrentHashMap.newKeySet();

    public RetainDaily(
            Storage storage, Access access, InstantSource clock, Retaining retaining, RetentionPolicy policy) {
        this.storage = storage;
        this.access = access;
        this.clock = clock;
        this.retaining = retaining;
        this.policy = policy;
    }

    /** The same task, after which a tenant is looked after from then on, if it is not yet. */
    public DueTask beginningAfter(DueTask task) {
        return (tenant, claim) -> {
            Result result = task.run(tenant, claim);
            if (begun.add(tenant)) {
                Instant now = clock.instant();
                storage.within(tenant, work -> {
                    work.due().add(List.of(Due.atOnce(Due.EVERYBODY, DueKind.RETAIN, now)));
                    return now;
                });
            }
            return result;
        };
    }

    @Override
    public Result run(TenantId tenant, Claim claim) {
        Retention retention = policy.of(tenant);
        if (!retention.keep().isEmpty()) {
            storage.within(tenant, work -> {
                access.onBehalf(work, BY, Action.RETAIN, List.of());
                return tenant;
            });
            retaining.run(tenant, BY, retention, false);
        }
        return new Result.Later(clock.instant().plus(PAUSE));
    }
}
