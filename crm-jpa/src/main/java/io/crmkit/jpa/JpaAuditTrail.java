package io.crmkit.jpa;

import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditQuery;
import io.crmkit.audit.AuditTrail;
import io.crmkit.contact.ContactId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done with whose data, in the database. */
final class JpaAuditTrail implements AuditTrail {
    private static final String ENTRY = """
            insert into crm_audit (tenant_id, happened_at, id, actor, role, action, outcome, fields, purpose, request,
                filter_hash, things)
            values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String WITH_CONTACTS = "with e as (" + ENTRY + """
             returning happened_at, id)
            insert into crm_audit_contact (tenant_id, happened_at, entry_id, contact_id)
            select :tenant, e.happened_at, e.id, c from e cross join unnest(?::uuid[]) c""";

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final Sql sql;
    private final Sealing sealing;

    JpaAuditTrail(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public void add(AuditEntry entry) {
        List<UUID> contacts = entry.contacts().stream().map(ContactId::value).toList();
        if (contacts.isEmpty()) {
            sql.update(ENTRY, row -> bind(row, entry));
        } else if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.update(WITH_CONTACTS, row -> bind(row, entry).written(contacts));
        } else {
            sql.update(ENTRY, row -> bind(row, entry));
            sql.each(
                    "insert into crm_audit_contact (tenant_id, happened_at, entry_id, contact_id) values (:tenant, ?, ?, ?)",
                    contacts,
                    (row, contact) -> row.time(entry.at()).id(entry.id()).id(contact));
        }
    }

    private static Row bind(Row row, AuditEntry entry) throws SQLException {
        return row.time(entry.at())
                .id(entry.id())
                .text(entry.actor())
                .text(entry.role())
                .text(entry.action())
                .number(Codes.AUDIT.code(entry.outcome()))
                .text(entry.fields())
                .text(entry.purpose())
                .text(entry.request())
                .bytes(entry.filter().isEmpty() ? null : HexFormat.of().parseHex(entry.filter()))
                .number(entry.count());
    }

    @Override
    public String hash(String text) {
        return sealing.exists()
                ? HexFormat.of()
                        .formatHex(
                                sealing.hash("audit-filter", Sealing.utf8(text)).bytes())
                : "";
    }

    @Override
    public List<AuditEntry> page(AuditQuery query, @Nullable Cursor olderThan, int limit) {
        ContactId contact = query.contact();
        Instant until = query.until() == null ? Times.NEVER : query.until();
        Cursor end = olderThan == null ? new Cursor(Times.NEVER, HIGHEST) : olderThan;
        String of = contact == null
                ? ""
                : " and (a.happened_at, a.id) in (select c.happened_at, c.entry_id from crm_audit_contact c"
                        + " where c.tenant_id = :tenant and c.contact_id = any(?)"
                        + " and c.happened_at >= ? and c.happened_at < ? and c.happened_at <= ?)";
        Set<UUID> ids = contact == null ? Set.of() : oneWith(contact.value());
        Instant from = query.from() == null ? EARLIEST : query.from();
        return AuditRows.read(
                sql,
                "a.happened_at >= ? and a.happened_at < ? and a.happened_at <= ? and (a.happened_at < ? or a.id < ?)"
                        + (query.actor() == null ? "" : " and a.actor = ?") + of,
                "a.happened_at desc, a.id desc",
                limit,
                row -> {
                    row.time(from).time(until).time(end.at()).time(end.at()).id(end.id());
                    if (query.actor() != null) {
                        row.text(query.actor());
                    }
                    if (contact != null) {
                        row.ids(ids).time(from).time(until).time(end.at());
                    }
                });
    }

    /** A contact and everybody it absorbed. */
    private Set<UUID> oneWith(UUID contact) {
        Set<UUID> all = new HashSet<>(Set.of(contact));
        List<UUID> newest = List.of(contact);
        while (!newest.isEmpty()) {
            List<UUID> ids = newest;
            newest = new ArrayList<>(sql.list(
                    "select id from crm_contact where tenant_id = :tenant and joined_into = any(?)",
                    row -> row.ids(ids),
                    row -> row.getObject(1, UUID.class)));
            newest.removeIf(id -> !all.add(id));
        }
        return all;
    }
}
