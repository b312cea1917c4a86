package io.crmkit.capture;

import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Merges the captures of a tenant that arrive while its previous transaction is in flight into one: the more wait, the
 * more share the next commit. Nobody waits on a timer; who comes alone goes at once. Thread-safe.
 */
final class GroupCommit {
    private final Map<TenantId, Lane> lanes = new ConcurrentHashMap<>();
    private final int limit;

    /** @param limit the most events that share a transaction */
    GroupCommit(int limit) {
        this.limit = limit;
    }

    /**
     * Captures events in one transaction, perhaps with others of the tenant.
     *
     * @param transaction captures a list of events, all or none, and tells what became of each
     * @return what became of these events, durable
     */
    List<Outcome> capture(
            TenantId tenant, List<InboundEvent> events, Function<List<InboundEvent>, List<Outcome>> transaction) {
        return lanes.computeIfAbsent(tenant, t -> new Lane(limit)).capture(events, transaction);
    }
}
