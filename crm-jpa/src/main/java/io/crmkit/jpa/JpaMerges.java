package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Merges;
import io.crmkit.contact.Naming;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Merges by hand in the database. */
final class JpaMerges implements Merges {
    private final Sql sql;
    private final Sealing sealing;

    JpaMerges(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public Set<MatchKey> keysOf(ContactId contact) {
        Set<Hash> hashes = new LinkedHashSet<>(sql.list(
                """
                select key_hash from crm_identifier where tenant_id = :tenant and contact_id = ?
                union select key_hash from crm_holding where tenant_id = :tenant and contact_id = ?
                union select route_hash from crm_interaction where tenant_id = :tenant and contact_id = ?""",
                row -> row.id(contact.value()).id(contact.value()).id(contact.value()),
                row -> new Hash(row.getBytes(1))));
        return new HashSet<>(IdentityRows.keys(sql, sealing, hashes).values());
    }

    @Override
    public List<Merge> of(ContactId survivor) {
        return opened(MergeRows.ofSurvivors(sql, MergeRows.family(sql, survivor)));
    }

    private List<Merge> opened(List<MergeRows.Stored> stored) {
        Set<Hash> hashes = new HashSet<>();
        stored.forEach(merge -> hashes.addAll(merge.keys()));
        Map<Hash, MatchKey> keys = IdentityRows.keys(sql, sealing, hashes);
        return stored.stream()
                .map(merge -> merge.opened(hash -> Objects.requireNonNull(keys.get(hash))))
                .sorted(Merge.LAST_FIRST)
                .toList();
    }

    @Override
    public void add(Merge merge, Merge.Before before) {
        Merge.Side survivor = merge.survivor();
        Merge.Side absorbed = merge.absorbed();
        UUID id = merge.id().value();
        DataKey key = sealing.of(survivor.contact());
        byte[] sealed = key.seal(MergeRows.TABLE, "sealed", Sealing.row(id), MergeCodec.encode(before));
        sql.update(
                """
                insert into crm_merge (tenant_id, id, survivor_id, survivor_key, survivor_at, absorbed_id, absorbed_key,
                    absorbed_at, actor, merged_at, survivor_status,
                    data_key_id, sealed)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row -> row.id(id)
                        .id(survivor.contact().value())
                        .bytes(sealing.hash(survivor.seen().key()).bytes())
                        .time(survivor.seen().at())
                        .id(absorbed.contact().value())
                        .bytes(sealing.hash(absorbed.seen().key()).bytes())
                        .time(absorbed.seen().at())
                        .text(merge.actor())
                        .time(merge.at())
                        .number(Codes.status(before.status()))
                        .id(key.id())
                        .bytes(sealed));
    }

    @Override
    public Optional<Merge> find(MergeId id) {
        return opened(MergeRows.byId(sql, id)).stream().findFirst();
    }

    @Override
    public Merge.Before before(MergeId id) {
        return sql.one("""
                        select m.sealed, m.survivor_status, k.id as data_key, k.wrapped from crm_merge m
                        join crm_data_key k on k.tenant_id = m.tenant_id and k.id = m.data_key_id
                        where m.tenant_id = :tenant and m.id = ? and m.undone_at is null""", row -> row.id(id.value()), row -> {
                    DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
                    byte[] sealed = row.getBytes("sealed");
                    ContactStatus status = Codes.status(row.getInt("survivor_status"));
                    return sealed == null
                            ? new Merge.Before(Naming.NONE, Naming.NONE, status)
                            : MergeCodec.decode(
                                    key.unseal(MergeRows.TABLE, "sealed", Sealing.row(id.value()), sealed), status);
                })
                .orElseThrow();
    }

    @Override
    public void withdraw(MergeId id, String actor, Instant at) {
        sql.update(
                "update crm_merge set undone_by = ?, undone_at = ?, sealed = null where tenant_id = :tenant and id = ?",
                row -> row.text(actor).time(at).id(id.value()));
    }
}
