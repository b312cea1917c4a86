package io.crmkit.memory;

import io.crmkit.audit.Checkpoint;
import io.crmkit.audit.CheckpointSink;
import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Checkpoints in this process's memory: the reference for every sink, for tests and first steps. Of one place the first
 * that came is kept. Thread-safe; keeps nothing when the process ends.
 *
 * @since 0.1
 */
public final class InMemoryCheckpoints implements CheckpointSink {
    private final Map<TenantId, Map<Long, Checkpoint>> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(Checkpoint checkpoint) {
        kept.computeIfAbsent(checkpoint.tenant(), tenant -> new ConcurrentSkipListMap<>())
                .putIfAbsent(checkpoint.place(), checkpoint);
    }

    /** Those of a tenant, by place. */
    public List<Checkpoint> of(TenantId tenant) {
        return List.copyOf(kept.getOrDefault(tenant, Map.of()).values());
    }
}
