package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.privacy.WrongKey;
import io.crmkit.testkit.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sealed opens with its own root key; any other stops the application at its start. */
@Requirement("PRV-1")
abstract class RootKeyRules {
    private final HikariDataSource pool;

    @TempDir
    Path folder;

    RootKeyRules(TestDatabase database) {
        pool = database.freshPool(4);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private KeysetFile sealed() {
        KeysetFile keys = KeysetFile.create(folder.resolve("keys.json"));
        try (JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.CREATE)) {
            Clinic.on(storage).capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        }
        return keys;
    }

    @Test
    void theSameKeysetFileOpensWhatWasSealedBefore() {
        sealed();
        try (JpaStorage storage = JpaStorage.on(pool, KeysetFile.open(folder.resolve("keys.json")))) {
            assertThat(Stored.of(Clinic.on(storage)).assertWhole().providerIds())
                    .containsExactly("m1");
        }
    }

    @Test
    void anotherRootKeyStopsAtTheStartAndWritesNothing() throws SQLException {
        sealed();
        Map<String, List<String>> before = Rows.of(pool);
        KeysetFile other = KeysetFile.create(folder.resolve("other.json"));
        for (SchemaMode mode : SchemaMode.values()) {
            assertThatThrownBy(() -> JpaStorage.on(pool, other, mode))
                    .isInstanceOf(WrongKey.class)
                    .hasMessageContaining("not the one this database was sealed with; nothing was written")
                    .hasMessageContaining("Give the key it was created with");
        }
        assertThat(Rows.of(pool)).isEqualTo(before);
    }

    @Test
    void anotherRootKeyStopsBeforeTheTablesAreUpgraded() throws SQLException {
        sealed();
        execute("delete from crm_schema_history where script <> 'V001__capture.sql'");
        Map<String, List<String>> before = Rows.of(pool);
        assertThatThrownBy(() -> JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE))
                .isInstanceOf(WrongKey.class);
        assertThat(Rows.of(pool)).isEqualTo(before);
    }

    @Test
    void aKeysetFileThatIsMissingStopsBeforeTheDatabaseIsTouched() throws SQLException {
        sealed();
        Map<String, List<String>> before = Rows.of(pool);
        assertThatThrownBy(() -> JpaStorage.on(pool, KeysetFile.open(folder.resolve("lost.json"))))
                .isInstanceOf(UnusableKeyset.class)
                .hasMessageContaining("lost.json is missing");
        assertThat(Rows.of(pool)).isEqualTo(before);
        assertThat(Files.exists(folder.resolve("lost.json"))).isFalse();
    }

    @Test
    void aTenantsKeysThatWereChangedInTheDatabaseAreRefusedAndNotReplaced() throws SQLException {
        KeysetFile keys = sealed();
        try (JpaStorage storage = JpaStorage.on(pool, keys)) {
            Clinic.on(storage, "taller-sur").capture(Clinic.wrote(Clinic.ANA, "m1", 0, "Hola"));
        }
        // Another tenant's keys, wrapped by the same root key, are not this tenant's.
        swapTenantKeys();
        try (JpaStorage storage = JpaStorage.on(pool, keys)) {
            CrmSession clinic = Clinic.on(storage);
            Map<String, List<String>> before = Rows.of(pool);
            assertThatThrownBy(() -> clinic.capture(Clinic.wrote(Clinic.ANA, "m2", 0, "Hola")))
                    .isInstanceOf(WrongKey.class)
                    .hasMessageContaining("clinica-norte");
            assertThat(Rows.of(pool)).isEqualTo(before);
        }
    }

    private void swapTenantKeys() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            boolean walls = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (walls) {
                statement.execute("alter table crm_tenant_key no force row level security");
            }
            statement.execute("update crm_tenant_key k set wrapped = (select o.wrapped from crm_tenant_key o"
                    + " where o.tenant_id <> k.tenant_id and o.purpose = k.purpose)");
            if (walls) {
                statement.execute("alter table crm_tenant_key force row level security");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
