package io.crmkit.capture;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The storage port of what was kept aside.
 *
 * @since 0.1
 */
public interface SetAsides {
    /** One thing kept aside. */
    record SetAside(UUID id, Instant receivedAt, InboundEvent.Unreadable what) {}

    /** A page of at most {@code limit} in a fixed order, after the one with this id; the first page if null. */
    List<SetAside> page(@Nullable UUID after, int limit);

    /** Forgets one, because it was captured after all or somebody dealt with it. Unknown ids are ignored. */
    void remove(UUID id);
}
