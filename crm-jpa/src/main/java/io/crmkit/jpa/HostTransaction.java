package io.crmkit.jpa;

import java.sql.Connection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The port that tells whether the host has a transaction open on this thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface HostTransaction {
    /** A host without transactions of its own to join. */
    HostTransaction NONE = () -> null;

    /**
     * The connection of the host's open transaction, on the database of the storage; null if none is open. It is lent:
     * the storage uses it within the call it is asked for and never commits, rolls back or closes it.
     */
    @Nullable Connection connection();

    /**
     * Runs a piece of work of the storage. A host that wants its own writes to go with those of the storage wherever they
     * are made, as those of a {@link io.crmkit.event.CrmListener}, begins a transaction here if none is open, commits it
     * once the work is done and rolls it back if that throws. By default it does neither.
     *
     * @return what the work returned
     */
    default <T> T around(Supplier<T> work) {
        return work.get();
    }
}
