package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.privacy.WrongKey;
import io.crmkit.testkit.Requirement;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Requirement("HST-6")
class SchemaTest {
    @Nested
    class OnH2 extends SchemaRules {
        OnH2() {
            super(TestDatabase.H2);
        }

        @Test
        void aStartThatWasKilledHalfwayIsCompletedByTheNext() throws Exception {
            HikariConfig config = TestDatabase.H2.fresh();
            try (HikariDataSource pool = TestDatabase.pool(config, 2);
                    Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                String[] script = script("h2/V001__capture.sql").split(";", -1);
                for (int i = 0; i < script.length / 2; i++) {
                    statement.execute(script[i]);
                }
                try (JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
                    Clinic.on(storage).capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
                    assertThat(Stored.of(Clinic.on(storage)).assertWhole().providerIds())
                            .containsExactly("m1");
                }
            }
        }
    }

    @Nested
    class OnPostgresql extends SchemaRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }

        @Test
        void nodesThatStartAtOnceOnAnEmptyDatabaseAllWork() throws Exception {
            startAtOnce("TRANSACTION_READ_COMMITTED");
        }

        @Test
        void nodesWhosePoolsReadRepeatablyStartAtOnceToo() throws Exception {
            startAtOnce("TRANSACTION_REPEATABLE_READ");
        }

        private void startAtOnce(String isolation) throws Exception {
            EphemeralKeys keys = EphemeralKeys.create();
            HikariConfig config = TestDatabase.POSTGRESQL.fresh();
            config.setTransactionIsolation(isolation);
            try (HikariDataSource one = TestDatabase.pool(config, 2);
                    HikariDataSource other = TestDatabase.pool(config, 2)) {
                List<Object> started = atOnce(
                        () -> JpaStorage.on(one, keys, SchemaMode.CREATE),
                        () -> JpaStorage.on(other, keys, SchemaMode.CREATE),
                        () -> JpaStorage.on(one, keys, SchemaMode.CREATE),
                        () -> JpaStorage.on(other, keys, SchemaMode.CREATE));
                assertThat(started).hasOnlyElementsOfType(JpaStorage.class);
                for (Object storage : started) {
                    Clinic.on((JpaStorage) storage).capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
                }
                assertThat(Stored.of(Clinic.on((JpaStorage) started.get(0)))
                                .assertWhole()
                                .providerIds())
                        .containsExactly("m1");
                started.forEach(storage -> ((JpaStorage) storage).close());
            }
        }

        @Test
        void ofNodesThatStartAtOnceWithDifferentRootKeysTheOthersAreRefused() throws Exception {
            try (HikariDataSource pool = TestDatabase.POSTGRESQL.freshPool(8)) {
                List<Object> started = atOnce(
                        () -> JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE),
                        () -> JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE),
                        () -> JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE),
                        () -> JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE));
                assertThat(started).filteredOn(JpaStorage.class::isInstance).hasSize(1);
                assertThat(started).filteredOn(WrongKey.class::isInstance).hasSize(3);
            }
        }
    }

    @Test
    void aDatabaseThatIsNotSupportedIsRefusedByName() {
        assertThatThrownBy(() -> JpaStorage.on(claimsToBe("MariaDB", 11), EphemeralKeys.create()))
                .isInstanceOf(SchemaProblem.class)
                .hasMessage("MariaDB 11 is not supported: use H2 2 or newer, or PostgreSQL 15 or newer");
        assertThatThrownBy(() -> JpaStorage.on(claimsToBe("PostgreSQL", 14), EphemeralKeys.create()))
                .isInstanceOf(SchemaProblem.class);
        assertThatThrownBy(() -> JpaStorage.on(claimsToBe("H2", 1), EphemeralKeys.create()))
                .isInstanceOf(SchemaProblem.class);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldApartFromOneThatDoesNotFit() {
        Lent nowhere = new Lent(() -> {
            throw new SQLNonTransientConnectionException("no route", "08001");
        });
        assertThatThrownBy(() -> JpaStorage.on(nowhere, EphemeralKeys.create()))
                .isInstanceOf(StorageFailure.class)
                .hasMessage("Opening the database failed, SQL state 08001");
    }

    private static Lent claimsToBe(String product, int version) {
        return new Lent(() -> proxy(Connection.class, (method, real) -> switch (method) {
            case "getMetaData" ->
                proxy(DatabaseMetaData.class, (asked, none) -> switch (asked) {
                    case "getDatabaseProductName" -> product;
                    case "getDatabaseMajorVersion" -> version;
                    default -> throw new UnsupportedOperationException(asked);
                });
            case "close" -> null;
            default -> throw new UnsupportedOperationException(method);
        }));
    }

    private interface Answers {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.answer(method.getName(), arguments)));
    }

    private static String script(String path) throws Exception {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/crm/jpa/schema/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What each start came to: a storage, or what it threw. */
    @SafeVarargs
    private static List<Object> atOnce(Callable<JpaStorage>... starts) throws Exception {
        CyclicBarrier together = new CyclicBarrier(starts.length);
        ExecutorService nodes = Executors.newFixedThreadPool(starts.length);
        List<Future<Object>> futures = new ArrayList<>();
        for (Callable<JpaStorage> start : starts) {
            futures.add(nodes.submit(() -> {
                together.await();
                try {
                    return start.call();
                } catch (Exception refused) {
                    return refused;
                }
            }));
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<Object> future : futures) {
            outcomes.add(future.get());
        }
        nodes.shutdown();
        return outcomes;
    }
}
