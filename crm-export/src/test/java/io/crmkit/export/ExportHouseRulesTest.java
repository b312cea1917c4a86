package io.crmkit.export;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ExportHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theWritersKeepTheHouseRules() {
        return HouseRules.of(TimelineJson.class).tests();
    }
}
