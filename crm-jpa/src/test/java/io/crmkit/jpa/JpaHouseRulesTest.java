package io.crmkit.jpa;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.crmkit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JpaHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theStorageKeepsTheHouseRules() {
        return HouseRules.of(JpaStorage.class)
                .wiredIn("io.crmkit.jpa.JpaStorage")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> everyTestIsRun() {
        return Stream.of(DynamicTest.dynamicTest(
                "every test is run",
                () -> HouseRules.everyTestIsRun()
                        .check(new ClassFileImporter()
                                .importUrl(JpaHouseRulesTest.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()))));
    }
}
