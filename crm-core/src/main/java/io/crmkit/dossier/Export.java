package io.crmkit.dossier;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.segment.AsOf;
import io.crmkit.tenant.Tenants;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Hands contacts with everything they have to whoever writes them down. Thread-safe.
 *
 * @since 0.1
 */
public final class Export {
    private final Storage storage;
    private final Access access;
    private final Tenants tenants;
    private final InstantSource clock;

    public Export(Storage storage, Access access, Tenants tenants, InstantSource clock) {
        this.storage = storage;
        this.access = access;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Reads a scope as of now.
     *
     * <p>Who takes what is audited before it is handed over, some contacts at a time, on a connection besides the one that
     * reads.
     *
     * @param reader is called once, on this thread; captures go on meanwhile
     * @return what the reader returned
     * @throws io.crmkit.privacy.AccessDenied without {@link Action#EXPORT_CONTACTS what an export needs}
     */
    public <T> T run(Actor actor, Scope scope, Function<Snapshot, T> reader) {
        Entrance entrance = access.enter(actor, Action.EXPORT_CONTACTS);
        AsOf now = new AsOf(clock.instant(), tenants.settings(actor.tenant()));
        return storage.snapshot(actor.tenant(), work -> {
            AsOf asOf = sound(work, now, scope);
            entrance.record(trace -> scope.tell(trace, work));
            return reader.apply(new Snapshot(work, asOf, scope, taken -> entrance.record(trace -> trace.of(taken))));
        });
    }

    private static AsOf sound(UnitOfWork work, AsOf now, Scope scope) {
        if (!(scope instanceof Scope.Matching matching)) {
            return now;
        }
        AsOf asOf = now.among(work.smartLists(), matching.query().criterion());
        asOf.check(matching.query().criterion());
        return asOf;
    }
}
