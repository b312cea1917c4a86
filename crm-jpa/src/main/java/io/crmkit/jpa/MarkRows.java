package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.duplicate.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What contacts that are one person share, as rows of keyed hashes: written where what contacts are found by is. */
final class MarkRows {
    static final int NAMES = 0;
    static final int ADDRESSES = 1;
    static final int STATED = 2;

    private final Sql sql;
    private final Sealing sealing;
    private final List<MarkRow> rows = new ArrayList<>();

    MarkRows(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    private record MarkRow(long token, UUID contact, int part) {}

    static long place(Mark mark, Sealing sealing) {
        SearchKeys.Field field = switch (mark.kind()) {
            case ADDRESS -> SearchKeys.Field.SAME_ADDRESS;
            case NAME -> SearchKeys.Field.SAME_NAME;
        };
        return mark.kind().place(sealing.search().token(field, mark.text()));
    }

    MarkRows add(ContactId contact, int part, Set<Mark> marks) {
        marks.stream()
                .map(mark -> place(mark, sealing))
                .distinct()
                .forEach(place -> rows.add(new MarkRow(place, contact.value(), part)));
        return this;
    }

    MarkRows forget(Collection<ContactId> contacts, int part) {
        if (!contacts.isEmpty()) {
            sql.update(
                    "delete from crm_contact_mark where tenant_id = :tenant and contact_id = any(?) and part = ?",
                    row -> row.ids(contacts.stream().map(ContactId::value).toList())
                            .number(part));
        }
        return this;
    }

    /** Inserts what was added. */
    void write() {
        if (rows.isEmpty()) {
            return;
        }
        if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.update(
                    """
                    insert into crm_contact_mark (tenant_id, token, contact_id, part)
                    select :tenant, m.token, m.contact_id, m.part
                    from unnest(?::int8[], ?::uuid[], ?::int2[]) as m(token, contact_id, part)
                    on conflict do nothing""",
                    row -> row.array("int8", rows.stream().map(MarkRow::token).toArray())
                            .ids(rows.stream().map(MarkRow::contact).toList())
                            .array("int2", rows.stream().map(MarkRow::part).toArray()));
            return;
        }
        sql.each(
                sql.ignoring(
                        "crm_contact_mark (tenant_id, token, contact_id, part)",
                        "?, ?, ?",
                        "token = ? and contact_id = ? and part = ?"),
                rows,
                (row, each) -> row.big(each.token)
                        .id(each.contact)
                        .number(each.part)
                        .big(each.token)
                        .id(each.contact)
                        .number(each.part));
    }
}
