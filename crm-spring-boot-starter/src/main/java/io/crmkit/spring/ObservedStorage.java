package io.crmkit.spring;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Storage whose pieces of work are observed as {@code crm.storage}: how long, in whose transaction, what went wrong. */
final class ObservedStorage implements Storage {
    private final Storage storage;
    private final ObservationRegistry registry;

    ObservedStorage(Storage storage, ObservationRegistry registry) {
        this.storage = storage;
        this.registry = registry;
    }

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return observed(joinsHostTransaction() ? "host" : "own", () -> storage.within(tenant, work));
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        return observed("snapshot", () -> storage.snapshot(tenant, work));
    }

    private <T> T observed(String transaction, Supplier<T> work) {
        Observation observation = Observation.createNotStarted("crm.storage", registry)
                .lowCardinalityKeyValue("transaction", transaction);
        observation.start();
        Observation.Scope scope = observation.openScope();
        try {
            return work.get();
        } catch (RuntimeException failure) {
            observation.error(failure);
            throw failure;
        } finally {
            scope.close();
            observation.stop();
        }
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        return observed("own", () -> storage.apart(tenant, work));
    }

    @Override
    public boolean joinsHostTransaction() {
        return storage.joinsHostTransaction();
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        return storage.upcoming(kinds, limit);
    }
}
