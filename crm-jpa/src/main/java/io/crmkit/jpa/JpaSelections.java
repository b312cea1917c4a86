package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactFacts;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Selections;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses contacts in the database: one query for the ids of a page, walked by an index, and those of the list itself. */
final class JpaSelections implements Selections {
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final Sql sql;
    private final Sealing sealing;
    private final JpaContacts contacts;

    JpaSelections(Sql sql, Sealing sealing, JpaContacts contacts) {
        this.sql = sql;
        this.sealing = sealing;
        this.contacts = contacts;
    }

    @Override
    public List<ContactSummary> page(ContactQuery query, AsOf asOf, @Nullable Cursor after, int limit) {
        if (!sealing.exists()) {
            return List.of();
        }
        CriterionSql where = CriterionSql.of(query.criterion(), asOf, sealing);
        return contacts.page(
                "select a.contact_id from crm_contact_activity a"
                        + " join crm_contact c on c.tenant_id = a.tenant_id and c.id = a.contact_id"
                        + " where a.tenant_id = :tenant and c.joined_into is null and c.restricted_at is null and "
                        + where.text()
                        + walk(query.order()) + " fetch first ? rows only",
                row -> {
                    where.bind(row);
                    bind(row, query.order(), after);
                    row.number(limit);
                });
    }

    @Override
    public long count(Criterion criterion, AsOf asOf) {
        if (!sealing.exists()) {
            return 0;
        }
        CriterionSql where = CriterionSql.of(criterion, asOf, sealing);
        return sql.one(
                        "select count(*) from crm_contact_activity a"
                                + " join crm_contact c on c.tenant_id = a.tenant_id and c.id = a.contact_id"
                                + " where a.tenant_id = :tenant and c.joined_into is null and c.restricted_at is null and "
                                + where.text(),
                        where::bind,
                        row -> row.getLong(1))
                .orElse(0L);
    }

    @Override
    public int count(Criterion criterion, AsOf asOf, int upTo) {
        if (!sealing.exists()) {
            return 0;
        }
        CriterionSql where = CriterionSql.of(criterion, asOf, sealing);
        return sql.one(
                        "select count(*) from (select a.contact_id from crm_contact_activity a" + standing(where.text())
                                + where.text() + " fetch first ? rows only) counted",
                        row -> {
                            where.bind(row);
                            row.number(upTo);
                        },
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** Nobody absorbed them. There are few who were; all contacts are read only where more is asked of them. */
    private static String standing(String condition) {
        return condition.contains("c.status")
                ? " join crm_contact c on c.tenant_id = a.tenant_id and c.id = a.contact_id"
                        + " where a.tenant_id = :tenant and c.joined_into is null and "
                : " where a.tenant_id = :tenant and a.contact_id not in (select j.id from crm_contact j"
                        + " where j.tenant_id = :tenant and j.joined_into is not null) and ";
    }

    @Override
    public Map<ContactId, ContactFacts> facts(Collection<ContactId> ids) {
        return sealing.exists() ? new ContactFactsReader(sql, sealing, contacts).read(ids) : Map.of();
    }

    /** By row values, so that many of one moment, as an import brings them, are not walked again for each page. */
    private static String walk(ContactQuery.Order order) {
        return switch (order) {
            case LAST_CONTACT -> """
                 and a.last_at <= ? and (a.last_at, a.contact_id) < (?, ?)
                order by a.tenant_id desc, a.last_at desc, a.contact_id desc""";
            case FIRST_CONTACT -> """
                 and a.first_at >= ? and (a.first_at, a.contact_id) > (?, ?)
                order by a.tenant_id, a.first_at, a.contact_id""";
            case INTERACTIONS -> """
                 and a.interactions <= ? and (a.interactions, a.contact_id) < (?, ?)
                order by a.tenant_id desc, a.interactions desc, a.contact_id desc""";
        };
    }

    private static void bind(Row row, ContactQuery.Order order, @Nullable Cursor after) throws SQLException {
        boolean up = order == ContactQuery.Order.FIRST_CONTACT;
        UUID id = after != null ? after.id().value() : up ? LOWEST : HIGHEST;
        if (order == ContactQuery.Order.INTERACTIONS) {
            int count = after == null ? Integer.MAX_VALUE : after.count();
            row.number(count).number(count).id(id);
            return;
        }
        Instant at = after == null ? up ? EARLIEST : Times.NEVER : after.at();
        Instant end = at != null ? at : up ? Times.NEVER : Instant.EPOCH;
        row.time(end).time(end).id(id);
    }
}
