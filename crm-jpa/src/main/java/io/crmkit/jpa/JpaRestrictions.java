package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.rights.Restrictions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Restricted contacts in the database. */
record JpaRestrictions(Sql sql) implements Restrictions {
    private static final UUID LOWEST = new UUID(0, 0);

    @Override
    public boolean set(ContactId contact, boolean restricted) {
        Set<UUID> family = MergeRows.families(sql, List.of(contact.value()));
        return sql.update(
                        "update crm_contact set restricted_at = " + (restricted ? "current_timestamp" : "null")
                                + " where tenant_id = :tenant and id = any(?) and joined_into is null",
                        row -> row.ids(family))
                > 0;
    }

    @Override
    public Set<ContactId> among(Collection<ContactId> contacts) {
        Set<ContactId> restricted = new HashSet<>();
        for (ContactId contact : contacts) {
            Set<UUID> family = MergeRows.families(sql, List.of(contact.value()));
            if (sql.one(
                            "select 1 from crm_contact where tenant_id = :tenant and id = any(?)"
                                    + " and restricted_at is not null",
                            row -> row.ids(family),
                            row -> row.getInt(1))
                    .isPresent()) {
                restricted.add(contact);
            }
        }
        return restricted;
    }

    @Override
    public List<ContactId> page(@Nullable ContactId after, int limit) {
        return sql.list(
                """
                select c.id from crm_contact c
                where c.tenant_id = :tenant and c.restricted_at is not null and c.joined_into is null and c.id > ?
                order by c.tenant_id, c.id fetch first ? rows only""",
                row -> row.id(after == null ? LOWEST : after.value()).number(limit),
                row -> new ContactId(row.getObject(1, UUID.class)));
    }
}
