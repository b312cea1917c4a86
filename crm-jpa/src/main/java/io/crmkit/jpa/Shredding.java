package io.crmkit.jpa;

import io.crmkit.capture.Overtaken;
import io.crmkit.capture.Tombstones.Tombstone;
import io.crmkit.contact.ContactId;
import io.crmkit.rights.ErasureNote;
import io.crmkit.rights.ErasureNote.Grave;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Takes contacts out of sight: whatever the size of their history, few rows. */
final class Shredding {
    private final Sql sql;
    private final Sealing sealing;
    private final Map<String, Long> removed = new TreeMap<>();

    Shredding(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    /** How many rows went, by table. */
    Map<String, Long> removed() {
        return removed;
    }

    /** Of the contacts asked for and their families; who they were, which is nobody if none of them is here. */
    Set<UUID> run(ErasureNote order, Set<UUID> setAsides) {
        List<UUID> asked = order.contacts().stream().map(ContactId::value).toList();
        Set<UUID> family = MergeRows.families(sql, asked);
        if (!family.isEmpty()) {
            Set<Hash> keys = ErasedIdentity.keysOf(sql, family);
            CaptureLock.take(sql, sealing, keys);
            ContactRows.lock(sql, family.stream().map(ContactId::new).collect(TreeSet::new, Set::add, Set::addAll));
            Set<UUID> now = MergeRows.families(sql, asked);
            if (!now.equals(family) || !keys.containsAll(ErasedIdentity.keysOf(sql, now))) {
                throw new Overtaken("Somebody else changed who is to be erased");
            }
            Map<Hash, List<Tombstone>> times =
                    new ErasedIdentity(sql, sealing, family, order.at(), this::gone).forget(keys);
            times.forEach((key, theirs) -> theirs.forEach(time ->
                    bury(order, new Grave(HexFormat.of().formatHex(key.bytes()), time.after(), time.until()))));
            forget(family);
        }
        order.graves().forEach(grave -> bury(order, grave));
        if (!family.isEmpty() || !order.graves().isEmpty()) {
            JpaConsents.erase(sql, sealing, order);
        }
        setAsides(setAsides);
        return family;
    }

    private void bury(ErasureNote order, Grave grave) {
        byte[] hash = HexFormat.of().parseHex(grave.hash());
        sql.update(
                sql.ignoring(
                        "crm_erased_key (tenant_id, key_hash, until_at, after_at, erasure_id)",
                        "?, cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone), cast(? as uuid)",
                        "key_hash = ? and until_at = ?"),
                row -> row.bytes(hash)
                        .time(grave.until())
                        .time(grave.after())
                        .id(order.id().value())
                        .bytes(hash)
                        .time(grave.until()));
    }

    /** What they are found by, what is due with them, what they are called, and the keys of all the rest. */
    private void forget(Set<UUID> family) {
        delete("crm_contact_term", "contact_id", family);
        delete("crm_contact_mark", "contact_id", family);
        delete("crm_due", "subject", family);
        delete("crm_contact_activity", "contact_id", family);
        delete("crm_data_key", "contact_id", family);
        Set<UUID> merges = new LinkedHashSet<>(
                sql.list("""
                select id from crm_merge where tenant_id = :tenant
                and (survivor_id = any(?) or absorbed_id = any(?))""", row -> row.ids(family).ids(family), row -> row.getObject(1, UUID.class)));
        delete("crm_merge_moved", "merge_id", merges);
        delete("crm_merge", "id", merges);
        sql.update(
                "update crm_contact set display_name = null, username = null, joined_by = null"
                        + " where tenant_id = :tenant and id = any(?)",
                row -> row.ids(family));
    }

    private void delete(String table, String column, Set<UUID> ids) {
        gone(
                table,
                sql.update(
                        "delete from " + table + " where " + column + " = any(?) and tenant_id = :tenant",
                        row -> row.ids(ids)));
    }

    private void gone(String table, int rows) {
        if (rows > 0) {
            removed.merge(table, (long) rows, Long::sum);
        }
    }

    /** Their ids are the hashes of what they say, so that the same thing does not come back. */
    private void setAsides(Set<UUID> setAsides) {
        delete("crm_set_aside", "id", setAsides);
        ErasedMessages.add(
                sql, setAsides.stream().map(id -> new Hash(Sealing.row(id))).toList());
    }
}
