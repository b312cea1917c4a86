package io.crmkit.example.spring;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClinicHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theExampleKeepsTheHouseRules() {
        return HouseRules.of(ClinicApplication.class).tests();
    }
}
