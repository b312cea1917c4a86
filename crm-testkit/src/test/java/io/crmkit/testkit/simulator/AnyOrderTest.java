package io.crmkit.testkit.simulator;

import io.crmkit.memory.InMemoryStorage;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;

@Requirement({"CAP-3", "CAP-4"})
class AnyOrderTest {
    @Test
    void anyOrderOfDeliveryLeavesTheSameBehind() {
        Simulator.over(InMemoryStorage::new)
                .run(Long.getLong("crm.simulator.seed", 1), Integer.getInteger("crm.simulator.histories", 2_500));
    }
}
