package io.crmkit.jpa;

import io.crmkit.capture.Changes;
import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Naming;
import io.crmkit.duplicate.Mark;
import io.crmkit.jpa.SearchKeys.Field;
import io.crmkit.search.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What contacts are found by, as rows of keyed hashes: written where a name or an address changes, not with messages. */
final class ContactTermRows {
    private static final int NAMES = 0;
    private static final int ADDRESSES = 1;

    private ContactTermRows() {}

    private record TermRow(UUID contact, int part, long token) {}

    static long token(Term term, Sealing sealing) {
        Field field = switch (term.kind()) {
            case NAME -> Field.NAME;
            case PHONE -> Field.PHONE;
            case ADDRESS -> Field.IDENTIFIER;
            case SCHEME -> Field.SCHEME;
        };
        return sealing.search().token(field, term.text());
    }

    /** Of contacts that are new, and of those whose names changed. */
    static void keep(Sql sql, Sealing sealing, Changes changes) {
        if (changes.contacts().isEmpty() && changes.renamed().isEmpty()) {
            return;
        }
        List<TermRow> rows = new ArrayList<>();
        MarkRows marks = new MarkRows(sql, sealing);
        Set<ContactId> renamed = new HashSet<>(changes.renamed().keySet());
        for (Changes.NewContact contact : changes.contacts()) {
            Collection<Identifier> held = contact.identifiers().values();
            renamed.remove(contact.id());
            add(rows, sealing, contact.id(), ADDRESSES, Term.of(held));
            marks.add(contact.id(), MarkRows.ADDRESSES, Mark.of(held));
        }
        forget(sql, renamed, NAMES);
        marks.forget(renamed, MarkRows.NAMES);
        for (Map.Entry<ContactId, Naming> entry : changes.renamed().entrySet()) {
            add(rows, sealing, entry.getKey(), NAMES, Term.of(entry.getValue()));
            marks.add(entry.getKey(), MarkRows.NAMES, Mark.of(entry.getValue()));
        }
        insert(sql, rows);
        marks.write();
    }

    /** Of contacts that hold other addresses than before. */
    static void readdress(Sql sql, Sealing sealing, Collection<ContactId> contacts) {
        Map<UUID, List<Identifier>> held = IdentityRows.heldBy(
                sql, sealing, contacts.stream().map(ContactId::value).toList());
        forget(sql, contacts, ADDRESSES);
        MarkRows marks = new MarkRows(sql, sealing).forget(contacts, MarkRows.ADDRESSES);
        List<TermRow> rows = new ArrayList<>();
        for (ContactId contact : contacts) {
            List<Identifier> own = held.getOrDefault(contact.value(), List.of());
            add(rows, sealing, contact, ADDRESSES, Term.of(own));
            marks.add(contact, MarkRows.ADDRESSES, Mark.of(own));
        }
        insert(sql, rows);
        marks.write();
    }

    /** Of contacts as they are now; the others of the ids are nobody's any more. */
    static void replace(Sql sql, Sealing sealing, Collection<ContactId> ids, Collection<Contact> contacts) {
        forget(sql, sealing, ids);
        List<TermRow> rows = new ArrayList<>();
        MarkRows marks = new MarkRows(sql, sealing);
        for (Contact contact : contacts) {
            add(rows, sealing, contact.id(), NAMES, Term.of(contact.naming()));
            add(rows, sealing, contact.id(), ADDRESSES, Term.of(contact.identifiers()));
            marks.add(contact.id(), MarkRows.NAMES, Mark.of(contact.naming()));
            marks.add(contact.id(), MarkRows.ADDRESSES, Mark.of(contact.identifiers()));
        }
        insert(sql, rows);
        marks.write();
    }

    /** Of contacts that were absorbed. */
    static void forget(Sql sql, Sealing sealing, Collection<ContactId> contacts) {
        forget(sql, contacts, NAMES);
        forget(sql, contacts, ADDRESSES);
        new MarkRows(sql, sealing).forget(contacts, MarkRows.NAMES).forget(contacts, MarkRows.ADDRESSES);
    }

    private static void add(List<TermRow> rows, Sealing sealing, ContactId contact, int part, Set<Term> terms) {
        terms.forEach(term -> rows.add(new TermRow(contact.value(), part, token(term, sealing))));
    }

    private static void forget(Sql sql, Collection<ContactId> contacts, int part) {
        if (!contacts.isEmpty()) {
            sql.update(
                    "delete from crm_contact_term where tenant_id = :tenant and contact_id = any(?) and part = ?",
                    row -> row.ids(contacts.stream().map(ContactId::value).toList())
                            .number(part));
        }
    }

    private static void insert(Sql sql, List<TermRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.update(
                    """
                    insert into crm_contact_term (tenant_id, token, contact_id, part)
                    select :tenant, t.token, t.contact_id, t.part
                    from unnest(?::int8[], ?::uuid[], ?::int2[]) as t(token, contact_id, part)
                    on conflict do nothing""",
                    row -> row.array("int8", rows.stream().map(TermRow::token).toArray())
                            .ids(rows.stream().map(TermRow::contact).toList())
                            .array("int2", rows.stream().map(TermRow::part).toArray()));
            return;
        }
        sql.each(
                sql.ignoring(
                        "crm_contact_term (tenant_id, token, contact_id, part)",
                        "?, ?, ?",
                        "token = ? and contact_id = ?"),
                rows,
                (row, each) -> row.big(each.token)
                        .id(each.contact)
                        .number(each.part)
                        .big(each.token)
                        .id(each.contact));
    }
}
