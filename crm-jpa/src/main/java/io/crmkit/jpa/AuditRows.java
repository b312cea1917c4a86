package io.crmkit.jpa;

import io.crmkit.audit.AuditEntry;
import io.crmkit.contact.ContactId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads entries of the audit with their contacts: two statements however many. */
final class AuditRows {
    private AuditRows() {}

    static List<AuditEntry> read(Sql sql, String where, String order, int limit, Sql.Binder binder) {
        List<AuditEntry> entries = sql.list(
                "select a.* from crm_audit a where a.tenant_id = :tenant and " + where + " order by " + order
                        + " fetch first " + limit + " rows only",
                binder,
                AuditRows::entry);
        return withContacts(sql, entries);
    }

    /** The same with whose data they are about. */
    static List<AuditEntry> withContacts(Sql sql, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        Map<UUID, List<ContactId>> contacts = new HashMap<>();
        Instant first =
                entries.stream().map(AuditEntry::at).min(Instant::compareTo).orElseThrow();
        Instant last =
                entries.stream().map(AuditEntry::at).max(Instant::compareTo).orElseThrow();
        sql.list(
                """
                select entry_id, contact_id, happened_at from crm_audit_contact
                where tenant_id = :tenant and happened_at between ? and ? and entry_id = any(?)""",
                row -> row.time(first)
                        .time(last)
                        .ids(entries.stream().map(AuditEntry::id).toList()),
                row -> contacts.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new ContactId(row.getObject(2, UUID.class))));
        return entries.stream()
                .map(entry -> entry.of(contacts.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        byte[] filter = row.getBytes("filter_hash");
        return new AuditEntry(
                row.getObject("id", UUID.class),
                Times.present(row, "happened_at"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("action"),
                Codes.AUDIT.choice(row.getInt("outcome")),
                row.getString("fields"),
                row.getString("purpose"),
                row.getString("request"),
                filter == null ? "" : HexFormat.of().formatHex(filter),
                row.getInt("things"),
                List.of());
    }
}
