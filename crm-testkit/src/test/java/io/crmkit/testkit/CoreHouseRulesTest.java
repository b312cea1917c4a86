package io.crmkit.testkit;

import io.crmkit.CrmException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CoreHouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theCoreKeepsTheHouseRules() {
        return HouseRules.of(CrmException.class)
                .wiredIn("io.crmkit.Ids", "io.crmkit.CrmBuilder")
                .regexReviewedIn("io.crmkit.tenant.TenantId")
                .and(HouseRules.coreHasNoFramework())
                .and(HouseRules.featuresAreFreeOfCycles("io.crmkit"))
                .tests();
    }
}
