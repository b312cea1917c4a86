package io.crmkit.testkit.simulator;

import io.crmkit.memory.InMemoryStorage;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;

@Requirement({"SEG-5", "HST-4"})
class EnteredAndLeftTest {
    @Test
    void whoeverIsNotedToBeInASegmentIsInItAndWhatWasToldAddsUpToThat() {
        MembershipSimulator.over(InMemoryStorage::new).run(1, 150);
    }
}
