package io.crmkit.jpa;

import io.crmkit.contact.Contact;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.duplicate.Mark;
import io.crmkit.search.Term;
import java.util.List;
import java.util.UUID;

/** Makes the index of a tenant anew, contacts first, then interactions, and remembers how far it came. */
final class IndexRebuild {
    private static final UUID START = new UUID(0, 0);
    private static final UUID END = new UUID(-1, -1);

    private final Sql sql;
    private final Sealing sealing;
    private final JpaContacts contacts;
    private final JpaTimelines timelines;

    IndexRebuild(Sql sql, Sealing sealing, JpaContacts contacts, JpaTimelines timelines) {
        this.sql = sql;
        this.sealing = sealing;
        this.contacts = contacts;
        this.timelines = timelines;
    }

    private record Reached(int version, int epoch, UUID contact, UUID interaction) {
        boolean current() {
            return version == Term.VERSION && epoch == SearchKeys.EPOCH;
        }
    }

    boolean step(int limit) {
        if (!sealing.exists()) {
            return false;
        }
        sql.update(
                sql.ignoring(
                        "crm_search_index (tenant_id, version, epoch, after_contact, after_interaction)",
                        "?, ?, ?, ?",
                        "1 = 1"),
                row -> row.number(Term.VERSION)
                        .number(SearchKeys.EPOCH)
                        .id(START)
                        .id(START));
        Reached stored = sql.one(
                        """
                        select version, epoch, after_contact, after_interaction from crm_search_index
                        where tenant_id = :tenant for update""",
                        row -> {},
                        row -> new Reached(
                                row.getInt(1),
                                row.getInt(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class)))
                .orElseThrow();
        Reached from = stored.current() ? stored : new Reached(Term.VERSION, SearchKeys.EPOCH, START, START);
        Reached now = !from.contact.equals(END) ? contacts(from, limit) : interactions(from, limit);
        sql.update(
                """
                update crm_search_index set version = ?, epoch = ?, after_contact = ?, after_interaction = ?
                where tenant_id = :tenant""",
                row -> row.number(now.version).number(now.epoch).id(now.contact).id(now.interaction));
        return !now.interaction.equals(END);
    }

    private Reached contacts(Reached from, int limit) {
        List<UUID> ids = sql.list("""
                select contact_id from crm_contact_activity where tenant_id = :tenant and contact_id > ?
                order by tenant_id, contact_id fetch first ? rows only""", row -> row.id(from.contact).number(limit), row -> row.getObject(1, UUID.class));
        ContactRows.lock(sql, ids.stream().map(ContactId::new).toList());
        List<Contact> found =
                contacts.inOrder(ids).stream().map(ContactSummary::contact).toList();
        ContactTermRows.replace(sql, sealing, ids.stream().map(ContactId::new).toList(), found);
        MarkRows marks = new MarkRows(sql, sealing)
                .forget(ids.stream().map(ContactId::new).toList(), MarkRows.STATED);
        new JpaFacts(sql, sealing)
                .telling(ids)
                .forEach((id, stated) -> marks.add(new ContactId(id), MarkRows.STATED, Mark.stated(stated)));
        marks.write();
        UUID reached = ids.size() < limit ? END : ids.get(limit - 1);
        return new Reached(from.version, from.epoch, reached, from.interaction);
    }

    private Reached interactions(Reached from, int limit) {
        List<UUID> ids =
                sql.list("""
                select id from crm_interaction where tenant_id = :tenant and id > ?
                order by tenant_id, id fetch first ? rows only for update""", row -> row.id(from.interaction).number(limit), row -> row.getObject(1, UUID.class));
        WordRows.replace(sql, sealing, timelines.inOrder(ids));
        UUID reached = ids.size() < limit ? END : ids.get(limit - 1);
        return new Reached(from.version, from.epoch, from.contact, reached);
    }
}
