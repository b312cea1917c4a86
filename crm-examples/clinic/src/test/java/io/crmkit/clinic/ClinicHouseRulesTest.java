package io.crmkit.clinic;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClinicHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theClinicKeepsTheHouseRules() {
        return HouseRules.of(Day.class).tests();
    }
}
