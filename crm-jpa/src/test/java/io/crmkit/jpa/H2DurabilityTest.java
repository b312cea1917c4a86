package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.testkit.Requirement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("CAP-12")
class H2DurabilityTest {
    @TempDir
    Path folder;

    private HikariConfig file(String settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("clinic") + settings);
        return config;
    }

    @Test
    void aFileWrittenLateByDefaultIsWrittenAtOnceFromTheStart() throws SQLException {
        try (HikariDataSource pool = TestDatabase.pool(file(""), 2)) {
            assertThat(delay(pool)).isEqualTo(500);
            JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE).close();
            assertThat(delay(pool)).isZero();
        }
    }

    @Test
    void aUrlThatBringsTheDelayBackWithEachConnectionDoesNotDelayWhatIsCaptured() throws SQLException {
        try (HikariDataSource pool = TestDatabase.pool(file(";WRITE_DELAY=500"), 1);
                JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
            CrmSession clinic = Clinic.on(storage);
            try (HikariDataSource later = TestDatabase.pool(file(";WRITE_DELAY=500"), 1)) {
                assertThat(delay(later)).isEqualTo(500);
            }
            clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
            assertThat(delay(pool)).isZero();
            assertThat(Stored.of(clinic).assertWhole().providerIds()).containsExactly("m1");
        }
    }

    @Test
    void aHostTransactionIsNotJoinedWhereItsCommitWouldBeDelayed() throws SQLException {
        try (HikariDataSource pool = TestDatabase.pool(file(""), 2)) {
            ThreadTransaction host = new ThreadTransaction(pool);
            JpaOptions options = JpaOptions.DEFAULT.schema(SchemaMode.CREATE).joining(host);
            try (JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), options)) {
                CrmSession clinic = Clinic.on(storage);
                execute(pool, "set write_delay 500");
                host.begin();
                assertThatThrownBy(() -> clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola")))
                        .isInstanceOf(SchemaProblem.class)
                        .hasMessageContaining("WRITE_DELAY of 500")
                        .hasMessageContaining("set WRITE_DELAY=0 in the JDBC URL");
                host.rollback();
            }
        }
    }

    @Test
    void aDatabaseThatThePoolClosedAndOpenedAgainIsWrittenAtOnce() throws SQLException {
        try (JpaStorage storage = JpaStorage.on(bare(), EphemeralKeys.create(), SchemaMode.CREATE)) {
            assertThat(delayInUse()).as("it forgets").isEqualTo(500);
            CrmSession clinic = Clinic.on(storage);
            try (Connection kept = bare().getConnection()) {
                assertThat(kept.isValid(1)).isTrue();
                clinic.capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
                assertThat(delayInUse()).isZero();
            }
        }
    }

    @Test
    void aHostTransactionOnADatabaseThatWasOpenedAgainIsWrittenAtOnce() throws SQLException {
        ThreadTransaction host = new ThreadTransaction(bare());
        JpaOptions options = JpaOptions.DEFAULT.schema(SchemaMode.CREATE).joining(host);
        try (JpaStorage storage = JpaStorage.on(bare(), EphemeralKeys.create(), options)) {
            host.begin();
            assertThat(delayInUse()).as("it forgets").isEqualTo(500);
            Clinic.on(storage).capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
            assertThat(delayInUse()).isZero();
            host.rollback();
            assertThat(Clinic.on(storage).contacts(null, 1).items()).isEmpty();
        }
    }

    /** Each connection a new one: the database closes whenever the last of them does. */
    private Lent bare() {
        return new Lent(() -> DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("clinic"), "sa", ""));
    }

    /** What H2 does, which need not be what it says. */
    private int delayInUse() throws SQLException {
        try (Connection connection = bare().getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore().getAutoCommitDelay();
        }
    }

    @Test
    void aUserWhoMayNotChangeTheDelayIsToldWhatToDo() throws SQLException {
        try (HikariDataSource owner = TestDatabase.pool(file(""), 1)) {
            EphemeralKeys keys = EphemeralKeys.create();
            JpaStorage.on(owner, keys, SchemaMode.CREATE).close();
            execute(owner, "create user clerk password 'clerk'");
            execute(owner, "grant all on schema public to clerk");
            HikariConfig clerk = file("");
            clerk.setUsername("clerk");
            clerk.setPassword("clerk");
            try (HikariDataSource pool = TestDatabase.pool(clerk, 1)) {
                assertThatThrownBy(() -> JpaStorage.on(pool, keys))
                        .isInstanceOf(SchemaProblem.class)
                        .hasMessageContaining("connect as an administrator");
            }
        }
    }

    private static int delay(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
