package io.crmkit.quickstart;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class QuickstartHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theExampleKeepsTheHouseRules() {
        return HouseRules.of(Quickstart.class)
                .wiredIn("io.crmkit.quickstart.Quickstart")
                .tests();
    }
}
