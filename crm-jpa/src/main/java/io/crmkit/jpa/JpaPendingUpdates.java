package io.crmkit.jpa;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.PendingUpdates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Updates that wait, in the database. */
record JpaPendingUpdates(Sql sql, Sealing sealing) implements PendingUpdates {
    private record Row(Hash target, Hash digest, ParkedUpdate update) {}

    @Override
    public long count(Instant before) {
        return sql.one(
                        "select count(*) from crm_pending_update where tenant_id = :tenant and received_at < ?",
                        row -> row.time(before),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    @Override
    public List<ParkedUpdate> take(Instant before, int limit) {
        List<Row> taken = sql.list("""
                select p.target_hash, p.digest, p.sealed, k.id as data_key, k.wrapped from crm_pending_update p
                join crm_data_key k on k.tenant_id = p.tenant_id and k.id = p.data_key_id
                where p.tenant_id = :tenant and p.received_at < ? fetch first ? rows only""", row -> row.time(before).number(limit), row -> {
            DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
            byte[] target = row.getBytes("target_hash");
            byte[] digest = row.getBytes("digest");
            ParkedUpdate update = PendingRows.open(key, target, digest, row.getBytes("sealed"));
            return new Row(new Hash(target), new Hash(digest), update);
        });
        sql.each(
                "delete from crm_pending_update where tenant_id = :tenant and target_hash = ? and digest = ?",
                taken,
                (row, each) ->
                        row.bytes(each.target().bytes()).bytes(each.digest().bytes()));
        return taken.stream().map(Row::update).toList();
    }
}
