package io.crmkit.benchmarks;

import io.crmkit.benchmarks.FloorContacts.Known;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** The floors' database: the library's own tables, row-level security off, the same contacts. */
final class FloorDatabase {
    static final String NAME = "floor";

    private static final String OPEN = """
            do $$
            declare t text;
            begin
                for t in select tablename from pg_tables where schemaname = 'public' and rowsecurity loop
                    execute format('alter table %I no force row level security', t);
                    execute format('alter table %I disable row level security', t);
                end loop;
            end $$""";

    private FloorDatabase() {}

    static FloorContacts fill(DataSource pool, Traffic traffic) throws SQLException {
        JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE).close();
        FloorContacts contacts = new FloorContacts(traffic);
        try (Connection connection = pool.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(OPEN);
            }
            for (int tenant = 0; tenant < traffic.tenants(); tenant++) {
                fill(connection, tenant, contacts.of(tenant));
            }
        }
        return contacts;
    }

    private static void fill(Connection connection, int tenant, List<Known> contacts) throws SQLException {
        Rows rows = new Rows(connection, Traffic.tenant(tenant).value(), contacts);
        rows.insert(
                "crm_data_key (tenant_id, id, contact_id, wrapped)",
                "?, k, c, w from unnest(?::uuid[], ?::uuid[], ?::bytea[]) as t(k, c, w)",
                List.of(Known::keyId, Known::id, Known::wrapped));
        rows.insert(
                "crm_contact (tenant_id, id, status, data_key_id, display_name, created_at)",
                "?, c, 0, k, n, now() from unnest(?::uuid[], ?::uuid[], ?::bytea[]) as t(c, k, n)",
                List.of(Known::id, Known::keyId, FloorDatabase::name));
        rows.insert(
                "crm_contact_activity (tenant_id, contact_id, first_at, last_at, interactions, from_customer,"
                        + " from_business, named_at)",
                "?, c, now(), now(), 0, 0, 0, now() from unnest(?::uuid[]) as c",
                List.of(Known::id));
        rows.insert(
                "crm_identifier (tenant_id, key_hash, contact_id, data_key_id, sealed)",
                "?, h, c, k, n from unnest(?::bytea[], ?::uuid[], ?::uuid[], ?::bytea[]) as t(h, c, k, n)",
                List.of(Known::hash, Known::id, Known::keyId, FloorDatabase::name));
        rows.insert(
                "crm_conversation (tenant_id, id, contact_id, account, opened_at, last_at, state, seamed, latest)",
                "?, v, c, 'whatsapp:" + Traffic.ACCOUNT + "', o::timestamptz, o::timestamptz, 0, false, 1"
                        + " from unnest(?::uuid[], ?::uuid[], ?::text[]) as t(v, c, o)",
                List.of(Known::conversation, Known::id, known -> known.opened().toString()));
    }

    private static byte[] name(Known known) {
        byte[] name = Traffic.name(100).getBytes(StandardCharsets.UTF_8);
        return FloorSeal.mine().seal(known.key(), "crm_contact display_name " + known.id(), name);
    }

    private record Rows(Connection connection, String tenant, List<Known> contacts) {
        void insert(String into, String select, List<Function<Known, Object>> arrays) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into " + into + " select " + select)) {
                statement.setString(1, tenant);
                for (int i = 0; i < arrays.size(); i++) {
                    Columns.bind(
                            statement,
                            i + 2,
                            contacts.stream().map(arrays.get(i)).toList());
                }
                statement.executeUpdate();
            }
        }
    }
}
