package io.crmkit.jpa;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.MembershipSimulator;
import org.junit.jupiter.api.Test;

@Requirement({"SEG-5", "HST-4"})
class MembershipsOnDatabasesTest {
    private static final int HISTORIES = 12;

    @Test
    void onH2WhoeverIsNotedToBeInASegmentIsInItAndWhatWasToldAddsUpToThat() {
        run(TestDatabase.H2);
    }

    @Test
    void onPostgresWhoeverIsNotedToBeInASegmentIsInItAndWhatWasToldAddsUpToThat() {
        run(TestDatabase.POSTGRESQL);
    }

    private static void run(TestDatabase database) {
        try (HikariDataSource pool = database.freshPool(4);
                JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
            MembershipSimulator.over(() -> storage).run(1, HISTORIES);
        }
    }
}
