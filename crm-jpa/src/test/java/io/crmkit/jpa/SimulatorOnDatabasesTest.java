package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.MergeSimulator;
import io.crmkit.testkit.simulator.Simulator;
import org.junit.jupiter.api.Test;

@Requirement({"CAP-3", "CAP-4", "CAP-6", "CAP-8", "MRG-2", "MRG-3"})
class SimulatorOnDatabasesTest {
    private static final int HISTORIES = Integer.getInteger("crm.histories", 60);

    @Test
    void onH2AnyOrderLeavesWhatInOrderLeavesInMemory() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:simulator");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            run(pool);
        }
    }

    @Test
    void onPostgresAnyOrderLeavesWhatInOrderLeavesInMemory() {
        try (HikariDataSource pool = Postgres.pool(Postgres.freshSchema(), 4)) {
            run(pool);
        }
    }

    private static void run(HikariDataSource pool) {
        try (JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
            Simulator.over(() -> storage).run(1, HISTORIES);
            MergeSimulator.over(() -> storage).run(1, HISTORIES);
        }
    }
}
