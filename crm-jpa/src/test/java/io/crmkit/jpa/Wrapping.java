package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** Which key wraps which of the clinic's data keys, as it is stored. */
final class Wrapping {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");

    private Wrapping() {}

    /** What the data keys say they are wrapped by. */
    static SortedSet<Integer> versions(DataSource dataSource) throws SQLException {
        return new TreeSet<>(read(dataSource, "select id, key_version from crm_data_key where tenant_id = '%s'", 2)
                .values());
    }

    /** The keys that wrap. */
    static SortedSet<Integer> versionsOfKeys(DataSource dataSource) throws SQLException {
        return new TreeSet<>(read(
                        dataSource,
                        "select version, version from crm_tenant_key where tenant_id = '%s' and purpose = 'seal'",
                        2)
                .values());
    }

    /** Asks the newest key itself, not what is said of it. */
    static void assertOpenedByNewestAlone(DataSource dataSource, KeyService root) throws SQLException {
        SortedMap<Integer, byte[]> seals = new TreeMap<>();
        query(
                dataSource,
                "select version, wrapped from crm_tenant_key where tenant_id = '%s' and purpose = 'seal'",
                row -> seals.put(row.getInt(1), row.getBytes(2)));
        Map<String, byte[]> identity = new HashMap<>();
        query(
                dataSource,
                "select purpose, wrapped from crm_tenant_key where tenant_id = '%s' and purpose = 'identity'",
                row -> identity.put(row.getString(1), row.getBytes(2)));
        TenantKeys newest = TenantKeys.open(
                root, CLINIC, new TenantKeys.Wrapped(seals.tailMap(seals.lastKey()), identity.get("identity")));
        Map<UUID, byte[]> wrapped = new HashMap<>();
        query(
                dataSource,
                "select id, wrapped from crm_data_key where tenant_id = '%s'",
                row -> wrapped.put(row.getObject(1, UUID.class), row.getBytes(2)));
        assertThat(wrapped).isNotEmpty();
        wrapped.forEach((id, key) -> assertThat(newest.open(id, key).id()).isEqualTo(id));
    }

    private interface Each {
        void read(ResultSet row) throws SQLException;
    }

    private static Map<String, Integer> read(DataSource dataSource, String sql, int column) throws SQLException {
        Map<String, Integer> read = new HashMap<>();
        query(dataSource, sql, row -> read.put(row.getString(1), row.getInt(column)));
        return read;
    }

    private static void query(DataSource dataSource, String sql, Each each) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            boolean walled = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (walled) {
                statement.execute("select set_config('crm.tenant', '" + CLINIC.value() + "', false)");
            }
            try (ResultSet rows = statement.executeQuery(sql.formatted(CLINIC.value()))) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
            if (walled) {
                statement.execute("select set_config('crm.tenant', '', false)");
            }
        }
    }
}
