package io.crmkit.watch;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage that tells what is written to it: to listeners within the unit of work, to subscribers by its outbox.
 * Thread-safe.
 */
public final class WatchedStorage implements Storage {
    private final Storage storage;
    private final Watchers watchers;
    private final ThreadLocal<@Nullable Watch> telling = new ThreadLocal<>();

    public WatchedStorage(Storage storage, Watchers watchers) {
        this.storage = storage;
        this.watchers = watchers;
    }

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        Watch outer = telling.get();
        if (outer != null && outer.tenant().equals(tenant) && !storage.joinsHostTransaction()) {
            // A listener asks: another transaction would wait for this one, and see nothing of it.
            return outer.within(work);
        }
        return storage.within(tenant, unit -> {
            Watch watch = new Watch(tenant, watchers, unit);
            T result = watch.within(work);
            telling.set(watch);
            try {
                watch.tell();
            } finally {
                telling.set(outer);
            }
            return result;
        });
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
        return telling.get() != null || storage.joinsHostTransaction();
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        return storage.upcoming(kinds, limit);
    }
}
