package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.segment.SmartLists;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The smart lists of one tenant in the database: by ids that are keyed hashes of their keys, sealed whole. */
final class JpaSmartLists implements SmartLists {
    private static final String TABLE = "crm_segment";
    private static final int VERSION = 1;

    private final Sql sql;
    private final Sealing sealing;

    JpaSmartLists(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public List<SmartList> all() {
        if (!sealing.exists()) {
            return List.of();
        }
        return sql
                .list("select id, sealed from crm_segment where tenant_id = :tenant", row -> {}, row -> {
                    byte[] id = Sealing.row(row.getObject("id", UUID.class));
                    return decode(sealing.intake().unseal(TABLE, "sealed", id, row.getBytes("sealed")));
                })
                .stream()
                .sorted(Comparator.comparing(SmartList::key))
                .toList();
    }

    @Override
    public void save(SmartList list) {
        remove(list.key());
        UUID id = id(list.key());
        byte[] sealed = sealing.intake().seal(TABLE, "sealed", Sealing.row(id), encode(list));
        sql.update(
                "insert into crm_segment (tenant_id, id, data_key_id, sealed) values (:tenant, ?, ?, ?)",
                row -> row.id(id).id(KeyRing.INTAKE).bytes(sealed));
    }

    @Override
    public boolean remove(SegmentKey key) {
        return sql.update("delete from crm_segment where tenant_id = :tenant and id = ?", row -> row.id(id(key))) > 0;
    }

    private UUID id(SegmentKey key) {
        ByteBuffer hash = ByteBuffer.wrap(
                sealing.hash("segment", Sealing.utf8(key.value())).bytes());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static byte[] encode(SmartList list) {
        return FieldWriter.version(VERSION)
                .text(list.key().value())
                .text(list.name())
                .record(list.criterion(), CriterionCodec::write)
                .toBytes();
    }

    private static SmartList decode(byte[] bytes) {
        return FieldReader.read(
                bytes,
                VERSION,
                from -> new SmartList(
                        SegmentKey.of(required(from.text())),
                        required(from.text()),
                        required(from.record(CriterionCodec::read))));
    }
}
