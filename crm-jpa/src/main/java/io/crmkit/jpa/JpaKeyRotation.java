package io.crmkit.jpa;

import io.crmkit.rotation.KeyRotation;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Wraps the data keys of a tenant by a newer key; what they seal stays as it is. */
final class JpaKeyRotation implements KeyRotation {
    private static final UUID START = KeyRing.INTAKE;
    private static final UUID END = new UUID(-1, -1);

    private final Sql sql;
    private final KeyRing ring;

    JpaKeyRotation(Sql sql, KeyRing ring) {
        this.sql = sql;
        this.ring = ring;
    }

    /** Waits for those who add data keys; who comes later finds that the key wraps no more. */
    @Override
    public void begin() {
        List<UUID> reached = sql.list("""
                select rewrapped_to from crm_tenant_key where tenant_id = :tenant and purpose = 'seal'
                order by version for update""", row -> {}, row -> row.getObject(1, UUID.class));
        if (reached.isEmpty() || reached.stream().anyMatch(to -> to != null && !to.equals(END))) {
            return;
        }
        // Not at the end of the rotation it comes from: somebody may be reading what was wrapped before.
        sql.update(
                "delete from crm_tenant_key where tenant_id = :tenant and purpose = 'seal' and rewrapped_to is not null",
                row -> {});
        TenantKeys keys = ring.read(sql).orElseThrow().tenant();
        sql.update(
                "update crm_tenant_key set rewrapped_to = ? where tenant_id = :tenant and purpose = 'seal'",
                row -> row.id(START));
        ring.addNewer(sql, keys);
    }

    @Override
    public boolean proceed(int limit) {
        List<UUID> reached = sql.list("""
                select rewrapped_to from crm_tenant_key where tenant_id = :tenant and purpose = 'seal'
                    and rewrapped_to is not null and rewrapped_to <> ? for update""", row -> row.id(END), row -> row.getObject(1, UUID.class));
        if (reached.isEmpty()) {
            return false;
        }
        TenantKeys keys = ring.read(sql).orElseThrow().tenant();
        UUID from = reached.get(0);
        List<Map.Entry<UUID, byte[]>> wrapped = sql.list(
                """
                select id, wrapped from crm_data_key where tenant_id = :tenant and id >= ? and key_version < ?
                order by tenant_id, id fetch first ? rows only for update""",
                row -> row.id(from).number(keys.version()).number(limit),
                row -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)));
        sql.each(
                "update crm_data_key set wrapped = ?, key_version = ? where tenant_id = :tenant and id = ?",
                wrapped,
                (row, key) -> row.bytes(keys.rewrap(key.getKey(), key.getValue()))
                        .number(keys.version())
                        .id(key.getKey()));
        boolean more = wrapped.size() == limit;
        UUID to = more ? wrapped.get(limit - 1).getKey() : END;
        sql.update("""
                update crm_tenant_key set rewrapped_to = ?
                where tenant_id = :tenant and purpose = 'seal' and rewrapped_to is not null""", row -> row.id(to));
        return more;
    }
}
