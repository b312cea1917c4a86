package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import org.jspecify.annotations.Nullable;

/**
 * The survivor gets the tags it lacks. The other's stay on record with it, and when a merge is undone the survivor loses
 * what it got.
 */
record CopiedTags() implements Belonging {
    private static final String TABLE = "crm_contact_tag";

    @Override
    public String column() {
        return TABLE + ".contact_id";
    }

    @Override
    public void join(Sql sql, ContactId from, ContactId into, @Nullable MergeId merge) {
        String lacking = """
                from crm_contact_tag t where t.tenant_id = :tenant and t.contact_id = ? and t.tag_id not in (
                    select o.tag_id from crm_contact_tag o where o.tenant_id = :tenant and o.contact_id = ?)""";
        if (merge != null) {
            sql.update(
                    "insert into crm_merge_moved (tenant_id, merge_id, table_name, row_id) select :tenant, ?, ?, t.tag_id "
                            + lacking,
                    row -> row.id(merge.value()).text(TABLE).id(from.value()).id(into.value()));
        }
        sql.update(
                "insert into crm_contact_tag (tenant_id, contact_id, category, tag_id)"
                        + " select :tenant, ?, t.category, t.tag_id " + lacking,
                row -> row.id(into.value()).id(from.value()).id(into.value()));
    }

    @Override
    public void part(Sql sql, ContactId survivor, ContactId parted, MergeId merge) {
        sql.update("""
                delete from crm_contact_tag where tenant_id = :tenant and contact_id = ? and tag_id in (
                    select row_id from crm_merge_moved where tenant_id = :tenant and merge_id = ? and table_name = ?)""", row -> row.id(survivor.value()).id(merge.value()).text(TABLE));
    }
}
