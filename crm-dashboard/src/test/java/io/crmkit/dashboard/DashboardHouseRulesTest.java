package io.crmkit.dashboard;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DashboardHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theDashboardKeepsTheHouseRules() {
        return HouseRules.of(Dashboard.class)
                .wiredIn("io.crmkit.dashboard.DashboardBuilder")
                .tests();
    }
}
