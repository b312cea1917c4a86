package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Requirement("HST-6")
abstract class SchemaRules {
    private final HikariDataSource pool;

    SchemaRules(TestDatabase database) {
        pool = database.freshPool(4);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anEmptyDatabaseIsRefusedWithWhatToDoAndStaysEmpty() throws SQLException {
        assertThatThrownBy(() -> JpaStorage.on(pool, EphemeralKeys.create()))
                .isInstanceOf(SchemaProblem.class)
                .hasMessageContaining("no CRM Kit tables")
                .hasMessageContaining("SchemaMode.CREATE")
                .hasMessageContaining("crm/jpa/schema/");
        try (Connection connection = pool.getConnection()) {
            assertThat(Rows.tables(connection)).isEmpty();
        }
    }

    @Test
    void creatingAgainChangesNothing() throws SQLException {
        EphemeralKeys keys = EphemeralKeys.create();
        JpaStorage.on(pool, keys, SchemaMode.CREATE).close();
        var before = Rows.of(pool);
        JpaStorage.on(pool, keys, SchemaMode.CREATE).close();
        JpaStorage.on(pool, keys, SchemaMode.VALIDATE).close();
        JpaStorage.on(pool, keys, SchemaMode.NONE).close();
        assertThat(Rows.of(pool)).isEqualTo(before);
    }

    @Test
    void aScriptThatWasAppliedInAnotherVersionIsRefused() throws SQLException {
        EphemeralKeys keys = EphemeralKeys.create();
        JpaStorage.on(pool, keys, SchemaMode.CREATE).close();
        execute("update crm_schema_history set checksum = 'other' where script = 'V001__capture.sql'");
        for (SchemaMode mode : new SchemaMode[] {SchemaMode.CREATE, SchemaMode.VALIDATE}) {
            assertThatThrownBy(() -> JpaStorage.on(pool, keys, mode))
                    .isInstanceOf(SchemaProblem.class)
                    .hasMessageContaining("V001__capture.sql was applied in another version");
        }
    }

    @Test
    void aMissingScriptIsNamed() throws SQLException {
        EphemeralKeys keys = EphemeralKeys.create();
        JpaStorage.on(pool, keys, SchemaMode.CREATE).close();
        execute("delete from crm_schema_history");
        assertThatThrownBy(() -> JpaStorage.on(pool, keys))
                .isInstanceOf(SchemaProblem.class)
                .hasMessageContaining("lacks V001__capture.sql")
                .hasMessageContaining("SchemaMode.CREATE");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
