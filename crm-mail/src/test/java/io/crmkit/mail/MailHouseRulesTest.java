package io.crmkit.mail;

import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MailHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theMailKeepsTheHouseRules() {
        return HouseRules.of(MailCarrier.class)
                .wiredIn("io.crmkit.mail.MailCarrier")
                .tests();
    }
}
