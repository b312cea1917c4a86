package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Contacts;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The contact list in the database: one indexed query a page, and one for the identifiers on it. */
final class JpaContacts implements Contacts {
    private static final UUID LOWEST = new UUID(0, 0);

    private static final Pair FIRST = new Pair(new ContactId(new UUID(0, 0)), new ContactId(new UUID(0, 1)));

    private final StatelessSession session;
    private final Sql sql;
    private final Sealing sealing;

    JpaContacts(StatelessSession session, Sql sql, Sealing sealing) {
        this.session = session;
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public Optional<ContactSummary> find(ContactId id) {
        Optional<CrmContact> found = contact(id.value());
        while (found.isPresent() && found.get().joinedInto != null) {
            found = contact(Objects.requireNonNull(found.get().joinedInto));
        }
        return found.flatMap(row -> inOrder(List.of(row.id)).stream().findFirst());
    }

    private Optional<CrmContact> contact(UUID id) {
        return session
                .createSelectionQuery("from CrmContact where tenant = :tenant and id = :id", CrmContact.class)
                .setParameter("tenant", tenant())
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<ContactId> holder(List<MatchKey> keys) {
        if (!sealing.exists()) {
            return Optional.empty();
        }
        return keys.stream()
                .flatMap(key -> sql
                        .list(
                                """
                                select contact_id from crm_identifier
                                where tenant_id = :tenant and key_hash = ? and contact_id is not null""",
                                row -> row.bytes(sealing.hash(key).bytes()),
                                row -> new ContactId(row.getObject(1, UUID.class)))
                        .stream())
                .findFirst();
    }

    @Override
    public List<ContactSummary> byFirstContact(@Nullable Cursor after, int limit) {
        return page("""
                select a.contact_id from crm_contact_activity a
                join crm_contact c on c.tenant_id = a.tenant_id and c.id = a.contact_id
                where a.tenant_id = :tenant and c.joined_into is null and c.restricted_at is null
                    and a.first_at >= ? and (a.first_at, a.contact_id) > (?, ?)
                order by a.tenant_id, a.first_at, a.contact_id fetch first ? rows only""", row -> {
            Instant first =
                    after == null ? JpaSelections.EARLIEST : after.first() == null ? Times.NEVER : after.first();
            row.time(first)
                    .time(first)
                    .id(after == null ? LOWEST : after.id().value())
                    .number(limit);
        });
    }

    /** Those that a query chooses, in its order. */
    List<ContactSummary> page(String ids, Sql.Binder binder) {
        return new SummaryReader(sql, sealing)
                .read("select o.contact_id, row_number() over () as place from (" + ids + ") o", binder);
    }

    /** Those of these contacts that nobody absorbed, in the order given. */
    List<ContactSummary> inOrder(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : new SummaryReader(sql, sealing)
                        .read(
                                "select o.contact_id, o.place from unnest("
                                        + sql.vendor().uuids() + ") with ordinality as o(contact_id, place)",
                                row -> row.ids(ids));
    }

    @Override
    public List<ContactId> conflictsOf(ContactId id) {
        return sql
                .list("""
                        select one_id, other_id from crm_identity_conflict
                        where tenant_id = :tenant and one_id = ?
                        union
                        select other_id, one_id from crm_identity_conflict
                        where tenant_id = :tenant and other_id = ?""", row -> row.id(id.value()).id(id.value()), row -> new ContactId(row.getObject(2, UUID.class)))
                .stream()
                .map(other -> find(other).map(ContactSummary::id))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    @Override
    public List<Pair> conflicts(@Nullable Pair after, int limit) {
        Pair from = after != null ? after : FIRST;
        return sql.list(
                """
                select x.one_id, x.other_id from crm_identity_conflict x
                where x.tenant_id = :tenant and x.one_id >= ? and (x.one_id > ? or x.other_id > ?)
                    and x.one_id <> x.other_id
                order by x.tenant_id, x.one_id, x.other_id fetch first ? rows only""",
                row -> row.id(from.one().value())
                        .id(from.one().value())
                        .id(from.other().value())
                        .number(limit),
                row -> Pair.of(
                        new ContactId(row.getObject(1, UUID.class)), new ContactId(row.getObject(2, UUID.class))));
    }

    private String tenant() {
        return sql.tenant().value();
    }
}
