package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.testkit.Requirement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
                        .hasMessageContaining("remove WRITE_DELAY from the JDBC URL");
                host.rollback();
            }
        }
    }

    @Test
    void aUserWhoMayNotChangeTheDelayIsToldWhatToDo() throws SQLException {
        try (HikariDataSource owner = TestDatabase.pool(file(""), 1)) {
            JpaStorage.on(owner, EphemeralKeys.create(), SchemaMode.CREATE).close();
            execute(owner, "create user clerk password 'clerk'");
            execute(owner, "grant all on schema public to clerk");
            execute(owner, "delete from crm_root_check");
            execute(owner, "set write_delay 500");
            HikariConfig clerk = file("");
            clerk.setUsername("clerk");
            clerk.setPassword("clerk");
            try (HikariDataSource pool = TestDatabase.pool(clerk, 1)) {
                assertThatThrownBy(() -> JpaStorage.on(pool, EphemeralKeys.create()))
                        .isInstanceOf(SchemaProblem.class)
                        .hasMessageContaining("SET WRITE_DELAY 0");
                execute(owner, "set write_delay 0");
                execute(owner, "delete from crm_root_check");
                JpaStorage.on(pool, EphemeralKeys.create()).close();
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
