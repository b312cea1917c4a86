package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.MergeSimulator;
import io.crmkit.testkit.simulator.MoveSimulator;
import io.crmkit.testkit.simulator.Portage;
import io.crmkit.testkit.simulator.Simulator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
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

    @Test
    @Requirement("PRV-7")
    void whatIsTakenOverFromAnyStorageIntoAnyOtherIsAndStaysTheSame() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:moved");
        try (HikariDataSource h2 = new HikariDataSource(config);
                HikariDataSource postgres = Postgres.pool(Postgres.freshSchema(), 4);
                JpaStorage embedded = JpaStorage.on(h2, EphemeralKeys.create(), SchemaMode.CREATE);
                JpaStorage server = JpaStorage.on(postgres, EphemeralKeys.create(), SchemaMode.CREATE)) {
            MoveSimulator.between(InMemoryStorage::new, () -> embedded, Portage::carry)
                    .run(1, HISTORIES / 2);
            MoveSimulator.between(() -> embedded, () -> server, Portage::carry).run(2_000, HISTORIES / 2);
            MoveSimulator.between(() -> server, InMemoryStorage::new, Portage::carry)
                    .run(3_000, HISTORIES / 2);
        }
    }

    /** What each node knows by heart, the other makes old news. */
    @Test
    void onPostgresTwoNodesTakingTurnsLeaveTheSame() {
        try (HikariDataSource pool = Postgres.pool(Postgres.freshSchema(), 4)) {
            KeyService keys = EphemeralKeys.create();
            try (JpaStorage one = JpaStorage.on(pool, keys, SchemaMode.CREATE);
                    JpaStorage other = JpaStorage.on(pool, keys)) {
                Simulator.over(() -> new TakingTurns(one, other, new Random(7))).run(1_000, HISTORIES);
            }
        }
    }

    private record TakingTurns(Storage one, Storage other, Random coin) implements Storage {
        @Override
        public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
            return (coin.nextBoolean() ? one : other).within(tenant, work);
        }

        @Override
        public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
            return one.snapshot(tenant, work);
        }

        @Override
        public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
            return (coin.nextBoolean() ? one : other).apart(tenant, work);
        }

        @Override
        public boolean joinsHostTransaction() {
            return false;
        }

        @Override
        public List<Upcoming> upcoming(Set<DueKind> kinds, int most) {
            return one.upcoming(kinds, most);
        }
    }

    private static void run(HikariDataSource pool) {
        try (JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
            Simulator.over(() -> storage).run(1, HISTORIES);
            MergeSimulator.over(() -> storage).run(1, HISTORIES);
        }
    }
}
