package io.crmkit.testkit;

import io.crmkit.audit.Checkpoint;
import io.crmkit.audit.CheckpointSink;
import io.crmkit.memory.InMemoryCheckpoints;
import io.crmkit.tenant.TenantId;
import java.util.List;

@Requirement({"HST-5", "PRV-3"})
class InMemoryCheckpointsTest extends CheckpointSinkContract {
    private InMemoryCheckpoints sink = new InMemoryCheckpoints();

    @Override
    protected CheckpointSink open() {
        sink = new InMemoryCheckpoints();
        return sink;
    }

    @Override
    protected List<Checkpoint> kept(TenantId tenant) {
        return sink.of(tenant);
    }
}
