package io.crmkit.testkit.simulator;

import io.crmkit.memory.InMemoryStorage;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("PRV-7")
class MovedTest {
    @Test
    void whatIsTakenOverIntoAnEmptyTenantIsAndStaysTheSame() {
        MoveSimulator.between(InMemoryStorage::new, InMemoryStorage::new, Portage::carry)
                .erasing()
                .run(Long.getLong("crm.simulator.seed", 1), Integer.getInteger("crm.simulator.histories", 500));
    }
}
