package io.crmkit.capture;

import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
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
    private final Access access;

    public KeptAside(Access access) {
        this.access = access;
    }

    /** A page of at most {@code limit}, after the one with this id; the first page if null. */
    public List<SetAside> page(Actor actor, @Nullable UUID after, int limit) {
        return access.enter(actor, Action.VIEW_KEPT_ASIDE).read((work, trace) -> {
            List<SetAside> page = work.setAsides().page(after, limit);
            trace.things(page.size());
            return page;
        });
    }

    /** Forgets one. Unknown ids are ignored. */
    public void remove(Actor actor, UUID id) {
        access.enter(actor, Action.FORGET_KEPT_ASIDE).change((work, trace) -> {
            work.setAsides().remove(id);
            return id;
        });
    }
}
