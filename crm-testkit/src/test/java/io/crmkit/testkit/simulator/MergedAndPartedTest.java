package io.crmkit.testkit.simulator;

import io.crmkit.memory.InMemoryStorage;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;

@Requirement({"MRG-2", "MRG-3"})
class MergedAndPartedTest {
    @Test
    void whateverIsMergedCanBeUndoneWhileMessagesArrive() {
        MergeSimulator.over(InMemoryStorage::new)
                .run(Long.getLong("crm.simulator.seed", 1), Integer.getInteger("crm.simulator.histories", 1_000));
    }
}
