package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.rights.Restrictions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
                        restricted
                                ? "update crm_contact set restricted_at = coalesce(restricted_at, current_timestamp)"
                                        + " where tenant_id = :tenant and id = any(?) and joined_into is null"
                                : "update crm_contact set restricted_at = null where tenant_id = :tenant and id = any(?)",
                        row -> row.ids(family))
                > 0;
    }

    @Override
    public Set<ContactId> among(Collection<ContactId> contacts) {
        Set<ContactId> restricted = new HashSet<>();
        Map<UUID, Set<ContactId>> reached = new HashMap<>();
        contacts.forEach(contact -> reached.put(contact.value(), new HashSet<>(Set.of(contact))));
        while (!reached.isEmpty()) {
            Map<UUID, Set<ContactId>> from = Map.copyOf(reached);
            reached.clear();
            sql.list(
                    "select id, joined_into, restricted_at from crm_contact where tenant_id = :tenant and id = any(?)",
                    row -> row.ids(from.keySet()),
                    row -> {
                        Set<ContactId> asked = from.getOrDefault(row.getObject("id", UUID.class), Set.of());
                        UUID into = row.getObject("joined_into", UUID.class);
                        if (into != null) {
                            reached.computeIfAbsent(into, id -> new HashSet<>()).addAll(asked);
                        } else if (row.getObject("restricted_at") != null) {
                            restricted.addAll(asked);
                        }
                        return asked;
                    });
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
