package io.crmkit.jpa;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Messages of people who were erased, by their hashes. */
final class ErasedMessages {
    private ErasedMessages() {}

    static void add(Sql sql, Collection<Hash> hashes) {
        sql.each(
                sql.ignoring("crm_erased_message (tenant_id, ref_hash)", "?", "ref_hash = ?"),
                hashes,
                (row, hash) -> row.bytes(hash.bytes()).bytes(hash.bytes()));
    }

    /** Those of interactions that are about to go. */
    static void add(Sql sql, List<UUID> interactions) {
        sql.update(
                """
                insert into crm_erased_message (tenant_id, ref_hash)
                select :tenant, x.ref_hash from crm_interaction x where x.tenant_id = :tenant and x.id = any(?)
                    and not exists (select 1 from crm_erased_message e
                        where e.tenant_id = :tenant and e.ref_hash = x.ref_hash)""" + (sql.vendor() == Vendor.POSTGRESQL ? " on conflict do nothing" : ""),
                row -> row.ids(interactions));
    }
}
