package io.crmkit;

import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The port to where everything is kept.
 *
 * <p>Runs each piece of work for one tenant in one transaction: the host's, if one is open on this thread and the
 * storage knows of it, and then it never commits or rolls back; else one of its own, committed and durable when
 * {@link #within} returns. Work that throws leaves nothing behind, and leaves a host's transaction usable. Thread-safe.
 *
 * @since 0.1
 */
public interface Storage {
    /**
     * @param work is called once, on this thread; what it is handed is of no use after it returns
     * @return what the work returned
     */
    <T> T within(TenantId tenant, Function<UnitOfWork, T> work);

    /**
     * Runs work that only reads, on everything of a tenant as of one moment, however long it takes and whatever others
     * commit meanwhile, whom it does not hold up. Joins no transaction of the host's.
     *
     * @param work is called once, on this thread, and calls nothing that writes; what it is handed is of no use after it
     *     returns
     * @return what the work returned
     */
    <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work);

    /**
     * Runs work in a transaction of its own, committed and durable when it returns, also where a transaction of the host's
     * is open on this thread, which it does not see and whose end does not touch it. It must not wait for what that
     * transaction holds.
     *
     * @param work is called once, on this thread; what it is handed is of no use after it returns
     * @return what the work returned
     */
    <T> T apart(TenantId tenant, Function<UnitOfWork, T> work);

    /** Whether a transaction of the host's is open on this thread, so that nothing is durable before it commits. */
    boolean joinsHostTransaction();

    /**
     * When work of these kinds comes due, the earliest first, at most {@code limit} pieces of it: the one question asked
     * across tenants. Joins no transaction.
     */
    List<Upcoming> upcoming(Set<DueKind> kinds, int limit);
}
