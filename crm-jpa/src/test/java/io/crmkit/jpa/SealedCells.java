package io.crmkit.jpa;

import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** Every sealed value of the clinic as it is stored, with the place it opens at, whatever tables there are. */
final class SealedCells {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");

    /** Binary columns that hold keyed hashes. Any other is taken to be sealed. */
    private static final Set<String> HASHES = Set.of(
            "crm_audit.filter_hash",
            "crm_audit.seal",
            "crm_audit_chain.proof",
            "crm_audit_chain.seal",
            "crm_bulk.request_key",
            "crm_contact.joined_by",
            "crm_erased_key.key_hash",
            "crm_erased_message.ref_hash",
            "crm_fact.fingerprint",
            "crm_holding.key_hash",
            "crm_identifier.key_hash",
            "crm_identity_conflict.statement_id",
            "crm_identity_member.key_hash",
            "crm_identity_member.statement_id",
            "crm_identity_statement.id",
            "crm_interaction.ref_hash",
            "crm_interaction.route_hash",
            "crm_merge.absorbed_key",
            "crm_merge.survivor_key",
            "crm_not_duplicate.evidence",
            "crm_pending_update.route_hash",
            "crm_sending.request_key",
            "crm_suppression.key_hash",
            "crm_pending_update.digest",
            "crm_pending_update.target_hash");

    /** Wrapped by the root key, which binds them to tenant and purpose; the contract of key services proves that. */
    private static final Set<String> BY_ROOT = Set.of("crm_tenant_key.wrapped", "crm_root_check.wrapped");

    private final Map<UUID, DataKey> keys = new TreeMap<>();
    private final Set<String> columns = new TreeSet<>();
    private final List<Cell> cells = new ArrayList<>();

    /** A stored value, the only place it is for, and how it is opened there. */
    record Cell(String column, String place, byte[] stored, Opener opener) {
        /** @throws SealBroken if that is not what was sealed to this place */
        byte[] open(byte[] other) {
            return opener.open(other);
        }
    }

    interface Opener {
        byte[] open(byte[] sealed);
    }

    static SealedCells of(DataSource dataSource, KeyService root) throws SQLException {
        SealedCells found = new SealedCells();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Sql sql = new Sql(connection, Vendor.of(connection), CLINIC, true);
            TenantKeys tenant = new KeyRing(root, new SecureRandom())
                    .existing(sql)
                    .orElseThrow()
                    .tenant();
            found.readKeys(sql, tenant);
            for (String table : Rows.tables(connection)) {
                if (!Rows.withoutTenant(table)) {
                    found.read(connection, table);
                }
            }
            connection.rollback();
        }
        return found;
    }

    /** Sealed columns, with or without a value. */
    Set<String> columns() {
        return columns;
    }

    List<Cell> cells() {
        return cells;
    }

    private void readKeys(Sql sql, TenantKeys tenant) {
        sql.list("select id, wrapped from crm_data_key where tenant_id = :tenant", row -> {}, row -> {
            UUID id = row.getObject(1, UUID.class);
            keys.put(id, tenant.open(id, row.getBytes(2)));
            cells.add(new Cell(
                    "crm_data_key.wrapped",
                    id.toString(),
                    row.getBytes(2),
                    wrapped -> tenant.open(id, wrapped).wrapped()));
            return id;
        });
    }

    private void read(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select * from " + table + " where tenant_id = '" + CLINIC.value() + "'")) {
            List<String> sealed = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String column = row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                String type = row.getMetaData().getColumnClassName(i);
                String name = table + "." + column;
                if (type.equals("[B") || type.equals("byte[]")) {
                    columns.add(name);
                    if (HASHES.contains(name) || BY_ROOT.contains(name)) {
                        columns.remove(name);
                    } else if (!name.equals("crm_data_key.wrapped")) {
                        sealed.add(column);
                    }
                }
            }
            while (!sealed.isEmpty() && row.next()) {
                List<byte[]> places = places(row);
                for (String column : sealed) {
                    byte[] value = row.getBytes(column);
                    if (value != null) {
                        cells.add(cell(table, column, value, places));
                    }
                }
            }
        }
    }

    /** Each value of the row and each two of them, as they may name its place. */
    private static List<byte[]> places(ResultSet row) throws SQLException {
        List<byte[]> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof UUID id) {
                values.add(TenantKeys.bytes(id));
            } else if (value instanceof byte[] bytes) {
                values.add(bytes);
            } else if (value instanceof Long number) {
                values.add(ByteBuffer.allocate(8).putLong(number).array());
            } else if (value instanceof String text) {
                values.add(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        List<byte[]> places = new ArrayList<>(values);
        for (byte[] one : values) {
            for (byte[] other : values) {
                ByteArrayOutputStream both = new ByteArrayOutputStream();
                both.writeBytes(one);
                both.writeBytes(other);
                places.add(both.toByteArray());
            }
        }
        return places;
    }

    private Cell cell(String table, String column, byte[] value, List<byte[]> places) {
        for (byte[] place : places) {
            for (DataKey key : keys.values()) {
                try {
                    key.unseal(table, column, place, value);
                } catch (SealBroken elsewhere) {
                    continue;
                }
                String name = table + "." + column;
                return new Cell(
                        name,
                        key.id() + " " + HexFormat.of().formatHex(place),
                        value,
                        other -> key.unseal(table, column, place, other));
            }
        }
        throw new AssertionError(
                table + "." + column + " is sealed to no place that follows from its row, or is a hash");
    }
}
