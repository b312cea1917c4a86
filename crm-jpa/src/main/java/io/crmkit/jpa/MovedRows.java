package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import org.jspecify.annotations.Nullable;

/**
 * Rows with an id and a contact_id that go to the survivor and, if they came by the merge, back.
 *
 * @param table a name of ours, never anybody's input
 */
record MovedRows(String table) implements Belonging {
    @Override
    public String column() {
        return table + ".contact_id";
    }

    @Override
    public void join(Sql sql, ContactId from, ContactId into, @Nullable MergeId merge) {
        if (merge != null) {
            sql.update(
                    "insert into crm_merge_moved (tenant_id, merge_id, table_name, row_id) select :tenant, ?, ?, id from "
                            + table + " where tenant_id = :tenant and contact_id = ?",
                    row -> row.id(merge.value()).text(table).id(from.value()));
        }
        sql.update(
                "update " + table + " set contact_id = ? where tenant_id = :tenant and contact_id = ?",
                row -> row.id(into.value()).id(from.value()));
    }

    @Override
    public void part(Sql sql, ContactId survivor, ContactId parted, MergeId merge) {
        sql.update(
                "update " + table + " set contact_id = ? where tenant_id = :tenant and contact_id = ? and id in ("
                        + "select row_id from crm_merge_moved where tenant_id = :tenant and merge_id = ?"
                        + " and table_name = ?)",
                row -> row.id(parted.value())
                        .id(survivor.value())
                        .id(merge.value())
                        .text(table));
    }
}
