package io.crmkit.jpa;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names of services, staff and sources as rows: by ids that are keyed hashes, so that rows can be counted by them. */
final class LabelRows {
    private static final String TABLE = "crm_label";

    private LabelRows() {}

    static @Nullable UUID id(@Nullable String name, Sealing sealing) {
        if (name == null) {
            return null;
        }
        ByteBuffer hash =
                ByteBuffer.wrap(sealing.hash("label", Sealing.utf8(name)).bytes());
        return new UUID(hash.getLong(), hash.getLong());
    }

    static void keep(Sql sql, Sealing sealing, Collection<String> names) {
        Map<UUID, String> labels = new TreeMap<>();
        names.forEach(name -> labels.put(id(name, sealing), name));
        sql.each(
                sql.ignoring("crm_label (tenant_id, id, data_key_id, sealed)", "?, ?, ?", "id = ?"),
                labels.entrySet(),
                (row, label) -> row.id(label.getKey())
                        .id(KeyRing.INTAKE)
                        .bytes(sealing.intake()
                                .seal(TABLE, "sealed", Sealing.row(label.getKey()), Sealing.utf8(label.getValue())))
                        .id(label.getKey()));
    }

    /** All of the tenant's. */
    static Map<UUID, String> all(Sql sql, Sealing sealing) {
        Map<UUID, String> labels = new TreeMap<>();
        sql.list("select l.id, l.sealed from crm_label l where l.tenant_id = :tenant", row -> {}, row -> {
            UUID id = row.getObject("id", UUID.class);
            byte[] name = sealing.intake().unseal(TABLE, "sealed", Sealing.row(id), row.getBytes("sealed"));
            return labels.put(id, Sealing.text(name));
        });
        return labels;
    }
}
