package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Nobody listens on the way to the database. */
@Requirement("PRV-1")
class LineTest {
    private static final JpaOptions CREATING = JpaOptions.DEFAULT.schema(SchemaMode.CREATE);

    private final String schema = Postgres.freshSchema();

    /** A server that says this of the way its client comes, under the names by which the library asks. */
    private HikariDataSource seen(boolean encrypted, String client) throws SQLException {
        try (HikariDataSource pool = Postgres.pool(schema, 1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create view pg_stat_ssl as select pg_backend_pid() as pid, " + encrypted + " as ssl");
            answer(statement, "inet_client_addr", client);
            answer(statement, "inet_server_addr", "192.0.2.2");
        }
        HikariConfig config = Postgres.config(schema);
        // What the URL says of it is asked too, so it leads to the same server by another name.
        config.setJdbcUrl(config.getJdbcUrl().replace("localhost", "LOCALHOST"));
        config.setConnectionInitSql("set search_path to " + schema + ", pg_catalog");
        return TestDatabase.pool(config, 1);
    }

    private static void answer(Statement statement, String function, String address) throws SQLException {
        statement.execute(
                "create function " + function + "() returns inet language sql as $$select inet '" + address + "'$$");
    }

    private static void opened(HikariDataSource pool, JpaOptions options) {
        JpaStorage.on(pool, EphemeralKeys.create(), options).close();
    }

    @Test
    void onOneMachineItMayBeOpen() throws SQLException {
        try (HikariDataSource pool = Postgres.pool(schema, 1);
                Connection connection = pool.getConnection()) {
            assertThat(Line.of(connection)).isEqualTo(new Line(false, false));
        }
        try (HikariDataSource pool = seen(false, "192.0.2.2")) {
            opened(pool, CREATING);
        }
    }

    @Test
    void toAnotherMachineItIsRefusedBeforeAnythingIsWrittenUnlessTheHostSaysSo() throws SQLException {
        try (HikariDataSource pool = seen(false, "198.51.100.7")) {
            assertThatThrownBy(() -> opened(pool, CREATING))
                    .isInstanceOf(UnencryptedConnection.class)
                    .hasMessageContaining("leaves this machine unencrypted")
                    .hasMessageContaining("sslmode=verify-full")
                    .hasMessageContaining("allowingUnencrypted()");
            try (Connection connection = pool.getConnection()) {
                assertThat(Rows.tables(connection)).isEmpty();
            }
            opened(pool, CREATING.allowingUnencrypted());
        }
    }

    @Test
    void toAnotherMachineEncryptedItIsTaken() throws SQLException {
        try (HikariDataSource pool = seen(true, "198.51.100.7")) {
            opened(pool, CREATING);
        }
    }

    @Test
    void aUrlLeadsToThisMachineOnlyIfAllItsHostsDo() {
        assertThat(new String[] {
                    "jdbc:postgresql:crm",
                    "jdbc:postgresql:///crm",
                    "jdbc:postgresql://localhost/crm",
                    "jdbc:postgresql://127.0.0.1:5432/crm?user=a@db.example.org",
                    "jdbc:postgresql://[::1]:5432/crm",
                    "jdbc:postgresql://localhost:1,localhost:2/crm"
                })
                .allMatch(Line::local);
        assertThat(new String[] {
                    "jdbc:postgresql://db.example.org/crm",
                    "jdbc:postgresql://localhost.example.org/crm",
                    "jdbc:postgresql://localhost,db.example.org/crm",
                    "jdbc:postgresql://[2001:db8::1]:5432/localhost",
                    null
                })
                .noneMatch(Line::local);
    }
}
