package io.crmkit.ai.langchain4j;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LangChainHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theModuleKeepsTheHouseRules() {
        return HouseRules.of(LangChainExtractor.class).tests();
    }
}
