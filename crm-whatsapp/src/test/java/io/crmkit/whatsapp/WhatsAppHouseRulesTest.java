package io.crmkit.whatsapp;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WhatsAppHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theWhatsAppChannelKeepsTheHouseRules() {
        return HouseRules.of(WhatsAppWebhook.class)
                .wiredIn("io.crmkit.whatsapp.CloudApiBuilder")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> everyTestIsRun() {
        return Stream.of(DynamicTest.dynamicTest(
                "every test is run",
                () -> HouseRules.everyTestIsRun()
                        .check(new ClassFileImporter()
                                .importUrl(WhatsAppHouseRulesTest.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()))));
    }
}
