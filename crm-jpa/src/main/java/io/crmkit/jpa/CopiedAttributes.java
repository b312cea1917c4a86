package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import org.jspecify.annotations.Nullable;

/**
 * The survivor gets the attributes it lacks, sealed as they are. The other's stay on record with it, and when a merge is
 * undone the survivor loses what is still sealed with the other's keys: what was not set anew.
 */
record CopiedAttributes() implements Belonging {
    @Override
    public String column() {
        return "crm_attribute.contact_id";
    }

    @Override
    public void join(Sql sql, ContactId from, ContactId into, @Nullable MergeId merge) {
        sql.update("""
                insert into crm_attribute (tenant_id, contact_id, name, data_key_id, sealed, token, amount)
                select :tenant, ?, t.name, t.data_key_id, t.sealed, t.token, t.amount from crm_attribute t
                where t.tenant_id = :tenant and t.contact_id = ? and t.name not in (
                    select o.name from crm_attribute o where o.tenant_id = :tenant and o.contact_id = ?)""", row -> row.id(into.value()).id(from.value()).id(into.value()));
    }

    @Override
    public void part(Sql sql, ContactId survivor, ContactId parted, MergeId merge) {
        sql.update(
                "delete from crm_attribute where tenant_id = :tenant and contact_id = ? and data_key_id = any(?)",
                row -> row.id(survivor.value()).ids(MergeRows.family(sql, parted)));
    }
}
