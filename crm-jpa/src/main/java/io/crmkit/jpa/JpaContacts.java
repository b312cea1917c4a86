package io.crmkit.jpa;

import io.crmkit.contact.Activity;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Contacts;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Pair;
import io.crmkit.contact.Tag;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The contact list in the database: one indexed query a page, and one for the identifiers on it. */
final class JpaContacts implements Contacts {
    private static final String SUMMARIES = """
            select c, a, k from CrmActivity a
            join CrmContact c on c.tenant = a.tenant and c.id = a.id
            join CrmDataKey k on k.tenant = c.tenant and k.id = c.dataKey
            where a.tenant = :tenant and\s""";

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
        return found.flatMap(row -> summaries(session.createSelectionQuery(SUMMARIES + "a.id = :id", Object[].class)
                        .setParameter("tenant", tenant())
                        .setParameter("id", row.id)
                        .getResultList())
                .stream()
                .findFirst());
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
        Instant first = after == null || after.first() == null ? Times.NEVER : after.first();
        String where = after == null
                ? "c.joinedInto is null"
                : "c.joinedInto is null and a.first >= :first and (a.first > :first or a.id > :id)";
        var query = session.createSelectionQuery(
                        SUMMARIES + where + " order by a.tenant, a.first, a.id", Object[].class)
                .setParameter("tenant", tenant())
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("first", first).setParameter("id", after.id().value());
        }
        return summaries(query.getResultList());
    }

    /** Those of these contacts that nobody absorbed, in the order given. */
    List<ContactSummary> inOrder(List<UUID> ids) {
        Map<UUID, ContactSummary> found = new HashMap<>();
        if (!ids.isEmpty()) {
            summaries(session.createSelectionQuery(SUMMARIES + "c.joinedInto is null and a.id in :ids", Object[].class)
                            .setParameter("tenant", tenant())
                            .setParameterList("ids", ids)
                            .getResultList())
                    .forEach(summary -> found.put(summary.id().value(), summary));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
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

    private List<ContactSummary> summaries(List<Object[]> rows) {
        Map<UUID, List<Identifier>> identifiers = IdentityRows.heldBy(
                sql, sealing, rows.stream().map(row -> ((CrmContact) row[0]).id).toList());
        Map<UUID, SortedSet<Tag>> tags = TagRows.of(
                sql, sealing, rows.stream().map(row -> ((CrmContact) row[0]).id).toList());
        return rows.stream()
                .map(row -> summary((CrmContact) row[0], (CrmActivity) row[1], (CrmDataKey) row[2], identifiers, tags))
                .toList();
    }

    private ContactSummary summary(
            CrmContact c,
            CrmActivity a,
            CrmDataKey k,
            Map<UUID, List<Identifier>> identifiers,
            Map<UUID, SortedSet<Tag>> tags) {
        ContactId id = new ContactId(c.id);
        DataKey key = sealing.key(k.id, k.wrapped);
        Naming naming = new Naming(
                ContactRows.name(id, key, ContactRows.DISPLAY_NAME, c.displayName, a.namedAt),
                ContactRows.name(id, key, ContactRows.USERNAME, c.username, a.usernameAt));
        List<Identifier> held = identifiers.getOrDefault(c.id, List.of()).stream()
                .sorted(Contact.IDENTIFIER_ORDER)
                .toList();
        Activity activity = a.interactions == 0
                ? Activity.NONE
                : new Activity(a.first, a.last, a.interactions, a.fromCustomer, a.fromBusiness);
        ContactStatus set = Codes.status(c.status);
        ContactStatus status = set == null ? ContactStatus.ACTIVE : set;
        return new ContactSummary(
                new Contact(id, status, set != null, naming, held),
                activity,
                tags.getOrDefault(c.id, Collections.emptySortedSet()));
    }

    private String tenant() {
        return sql.tenant().value();
    }
}
