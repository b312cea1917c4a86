package io.crmkit.capture;

import io.crmkit.Storage;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What could not be understood or routed: looked at, and forgotten once it was dealt with. What belongs to no tenant is
 * found with an actor of {@link io.crmkit.tenant.TenantId#UNROUTED}. Thread-safe.
 *
 * @since 0.1
 */
public final class KeptAside {
    private final Storage storage;
    private final Access access;

    public KeptAside(Storage storage, Access access) {
        this.storage = storage;
        this.access = access;
    }

    /** A page of at most {@code limit}, after the one with this id; the first page if null. */
    public List<SetAside> page(Actor actor, @Nullable UUID after, int limit) {
        access.require(actor, Permission.HANDLE_SET_ASIDE);
        return storage.within(actor.tenant(), work -> work.setAsides().page(after, limit));
    }

    /** Forgets one. Unknown ids are ignored. */
    public void remove(Actor actor, UUID id) {
        access.require(actor, Permission.HANDLE_SET_ASIDE);
        storage.within(actor.tenant(), work -> {
            work.setAsides().remove(id);
            return id;
        });
    }
}
