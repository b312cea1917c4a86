package io.crmkit.spring;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StarterHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theStarterKeepsTheHouseRules() {
        return HouseRules.of(CrmCustomizer.class)
                .wiredIn("io.crmkit.spring.CrmAutoConfiguration")
                .tests();
    }
}
