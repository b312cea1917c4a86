package io.crmkit.testkit.storage;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A storage whose process dies: before a piece of work, or after it was committed, and from then on for good. */
final class DyingStorage implements Storage {
    private final Storage storage;
    private final AtomicInteger steps;

    /** @param step odd before, even after a piece of work */
    DyingStorage(Storage storage, int step) {
        this.storage = storage;
        this.steps = new AtomicInteger(step);
    }

    /** No exception that anybody handles: the process is gone. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        step();
        T result = storage.within(tenant, work);
        step();
        return result;
    }

    private void step() {
        if (steps.decrementAndGet() <= 0) {
            throw new Died();
        }
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.snapshot(tenant, work);
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        return storage.apart(tenant, work);
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
