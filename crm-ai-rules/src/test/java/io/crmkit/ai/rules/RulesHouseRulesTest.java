package io.crmkit.ai.rules;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RulesHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theRulesKeepTheHouseRules() {
        return HouseRules.of(RulesExtractor.class).tests();
    }
}
