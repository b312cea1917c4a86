package io.crmkit.quarkus;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class QuarkusHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theBeansKeepTheHouseRules() {
        return HouseRules.of(CrmBeans.class).tests();
    }
}
