package io.crmkit.jpa;

import java.sql.Connection;
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
}
