package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.privacy.KeyService;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hosts set up their pools as they like; capture does not depend on it and leaves their connections as it found them. */
@Requirement({"CAP-3", "CAP-12", "HST-6"})
abstract class PoolSettingsRules {
    private final HikariConfig config;
    private final KeyService keys = EphemeralKeys.create();

    PoolSettingsRules(TestDatabase database) {
        config = database.fresh();
    }

    @Test
    void aPoolWithoutAutoCommitCapturesDurably() throws Exception {
        config.setAutoCommit(false);
        capturesAndLeavesConnectionsAsTheyWere();
    }

    @Test
    void aPoolOfRepeatableReadCapturesDurably() throws Exception {
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        capturesAndLeavesConnectionsAsTheyWere();
    }

    @Test
    void aPoolOfSerializableTransactionsWithoutAutoCommitCapturesDurably() throws Exception {
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        capturesAndLeavesConnectionsAsTheyWere();
    }

    @Test
    void theTimeZoneOfASessionChangesNoTime() throws Exception {
        config.setConnectionInitSql("set time zone 'Asia/Kolkata'");
        capturesAndLeavesConnectionsAsTheyWere();
    }

    private void capturesAndLeavesConnectionsAsTheyWere() throws Exception {
        try (HikariDataSource pool = TestDatabase.pool(config, 4)) {
            // Without the pool's own care for connections that come back.
            try (Connection connection = pool.getConnection()) {
                Connection bare = connection.unwrap(Connection.class);
                int isolation = bare.getTransactionIsolation();
                boolean autoCommit = bare.getAutoCommit();
                Lent lent = new Lent(bare);
                try (JpaStorage storage = JpaStorage.on(lent, keys, SchemaMode.CREATE)) {
                    CrmSession clinic = Clinic.on(storage);
                    clinic.capture(Clinic.wrote(Clinic.ANA, "m0", 0, "Hola"));
                    Stored.of(clinic).assertWhole();
                    // Not by an export, which is put on record on a second connection: there is but one.
                    int seen = storage.snapshot(
                            clinic.actor().tenant(),
                            work -> work.contacts().byFirstContact(null, 10).size());
                    assertThat(seen).isEqualTo(1);
                }
                assertThat(bare.isReadOnly()).isFalse();
                assertThat(bare.getTransactionIsolation()).isEqualTo(isolation);
                assertThat(bare.getAutoCommit()).isEqualTo(autoCommit);
            }
            crowdOf(pool);
        }
    }

    /** A new sender at many callers at once, whose snapshots may be older than what others committed. */
    private void crowdOf(HikariDataSource pool) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (JpaStorage storage = JpaStorage.on(pool, keys)) {
            CrmSession clinic = Clinic.on(storage);
            List<Callable<Object>> calls = IntStream.range(0, 24)
                    .<Callable<Object>>mapToObj(i -> () -> clinic.capture(
                            Clinic.wrote(Clinic.ANA, "m" + i % 12, i % 12, "Hola"),
                            Clinic.wrote(Clinic.somebody(1), "n" + i % 12, i % 12, "Buenas")))
                    .toList();
            for (Future<Object> call : callers.invokeAll(calls)) {
                call.get();
            }
            Stored stored = Stored.of(clinic).assertWhole();
            assertThat(stored.people()).hasSize(2);
            assertThat(stored.providerIds()).hasSize(24);
            assertThat(stored.people().get(0).entries().get(11).occurredAt()).isEqualTo(Clinic.minute(0));
        } finally {
            callers.shutdown();
        }
    }
}
