package io.crmkit.jpa;

import static io.crmkit.jpa.FieldReader.required;

import io.crmkit.contact.Additions;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people added to contacts, in the database. */
final class JpaAdditions implements Additions {
    private static final String NOTE = "crm_note";
    private static final String ATTRIBUTE = "crm_attribute";

    private final Sql sql;
    private final Sealing sealing;

    JpaAdditions(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public Map<ContactId, ContactId> hold(Set<ContactId> ids) {
        Map<ContactId, ContactId> reached = new HashMap<>();
        ids.forEach(id -> reached.put(id, id));
        boolean further = true;
        while (further) {
            ContactRows.lock(sql, reached.values());
            Map<ContactId, Optional<ContactId>> into = intoWhom(reached.values());
            reached.values().removeIf(contact -> !into.containsKey(contact));
            reached.replaceAll((id, contact) ->
                    into.getOrDefault(contact, Optional.empty()).orElse(contact));
            further = into.values().stream().anyMatch(Optional::isPresent);
        }
        return reached;
    }

    /** Of those that there are: who absorbed each, if anybody. */
    private Map<ContactId, Optional<ContactId>> intoWhom(Collection<ContactId> contacts) {
        Map<ContactId, Optional<ContactId>> into = new HashMap<>();
        sql.list(
                "select id, joined_into from crm_contact where tenant_id = :tenant and id = any(?)",
                row -> row.ids(contacts.stream().map(ContactId::value).toList()),
                row -> into.put(
                        new ContactId(row.getObject(1, UUID.class)),
                        Optional.ofNullable(row.getObject(2, UUID.class)).map(ContactId::new)));
        return into;
    }

    @Override
    public Set<ContactId> tag(Map<ContactId, Set<Tag>> tags) {
        return TagRows.put(sql, sealing, tags);
    }

    @Override
    public Set<ContactId> untag(Map<ContactId, Set<Tag>> tags) {
        return TagRows.remove(sql, sealing, tags);
    }

    @Override
    public Set<ContactId> status(Set<ContactId> contacts, @Nullable ContactStatus status) {
        Set<ContactId> others = new HashSet<>(sql.list(
                "select id from crm_contact where tenant_id = :tenant and id = any(?) and status <> ?",
                row -> row.ids(contacts.stream().map(ContactId::value).toList()).number(Codes.status(status)),
                row -> new ContactId(row.getObject(1, UUID.class))));
        if (!others.isEmpty()) {
            sql.update(
                    "update crm_contact set status = ? where tenant_id = :tenant and id = any(?)",
                    row -> row.number(Codes.status(status))
                            .ids(others.stream().map(ContactId::value).toList()));
        }
        return others;
    }

    @Override
    public void note(ContactId contact, Note note) {
        DataKey key = sealing.of(contact);
        byte[] plain =
                FieldWriter.version(1).text(note.author()).text(note.text()).toBytes();
        byte[] sealed = key.seal(NOTE, "sealed", Sealing.row(note.id()), plain);
        sql.update(
                """
                insert into crm_note (tenant_id, id, contact_id, written_at, data_key_id, sealed)
                values (:tenant, ?, ?, ?, ?, ?)""",
                row -> row.id(note.id())
                        .id(contact.value())
                        .time(note.writtenAt())
                        .id(key.id())
                        .bytes(sealed));
    }

    @Override
    public List<Note> notes(ContactId contact, @Nullable Cursor olderThan, int limit) {
        return sql.list(
                """
                select n.id, n.written_at, n.sealed, k.id as data_key, k.wrapped from crm_note n
                join crm_data_key k on k.tenant_id = n.tenant_id and k.id = n.data_key_id
                where n.tenant_id = :tenant and n.contact_id = ?
                    and n.written_at <= ? and (n.written_at < ? or n.id < ?)
                order by n.tenant_id desc, n.contact_id desc, n.written_at desc, n.id desc
                fetch first ? rows only""",
                row -> {
                    Cursor end = olderThan != null ? olderThan : new Cursor(Times.NEVER, new UUID(0, 0));
                    row.id(contact.value())
                            .time(end.writtenAt())
                            .time(end.writtenAt())
                            .id(end.id())
                            .number(limit);
                },
                row -> note(row, sealing));
    }

    /** From the columns id, written_at, sealed, data_key and wrapped. */
    static Note note(ResultSet row, Sealing sealing) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
        byte[] plain = key.unseal(NOTE, "sealed", Sealing.row(id), row.getBytes("sealed"));
        Instant writtenAt = Times.present(row, "written_at");
        return FieldReader.read(
                plain, 1, from -> new Note(id, writtenAt, required(from.text()), required(from.text())));
    }

    @Override
    public void set(ContactId contact, AttributeType type, @Nullable AttributeValue value) {
        sql.update(
                "delete from crm_attribute where tenant_id = :tenant and contact_id = ? and name = ?",
                row -> row.id(contact.value()).text(type.name()));
        if (value == null) {
            return;
        }
        DataKey key = sealing.of(contact);
        byte[] plain = FieldWriter.version(1)
                .word(value.kind())
                .text(value.canonical())
                .toBytes();
        byte[] sealed = key.seal(ATTRIBUTE, "sealed", Sealing.utf8(type.name()), plain);
        sql.update(
                """
                insert into crm_attribute (tenant_id, contact_id, name, data_key_id, sealed, token, amount)
                values (:tenant, ?, ?, ?, ?, ?, ?)""",
                row -> row.id(contact.value())
                        .text(type.name())
                        .id(key.id())
                        .bytes(sealed)
                        .big(type.search() == Search.EXACTLY ? sealing.attribute(type.name(), value) : null)
                        .amount(type.search() == Search.BY_RANGE ? value.rank() : null));
    }

    @Override
    public Map<String, AttributeValue> attributes(ContactId contact) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        sql.list(
                """
                select x.name, x.sealed, k.id as data_key, k.wrapped from crm_attribute x
                join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
                where x.tenant_id = :tenant and x.contact_id = ?""",
                row -> row.id(contact.value()),
                row -> attributes.put(
                        row.getString("name"),
                        value(
                                sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped")),
                                row.getString("name"),
                                row.getBytes("sealed"))));
        return Map.copyOf(attributes);
    }

    static AttributeValue value(DataKey key, String name, byte[] sealed) {
        return FieldReader.read(
                key.unseal(ATTRIBUTE, "sealed", Sealing.utf8(name), sealed),
                1,
                from -> AttributeValue.of(from.word(AttributeType.Kind.class), required(from.text())));
    }

    /** Two contacts are one: blocked if one of them was, else as it was set. */
    static void joinStatus(Sql sql, ContactId from, ContactId into) {
        String other = "(select f.status from crm_contact f where f.tenant_id = :tenant and f.id = ?)";
        int blocked = Codes.status(ContactStatus.BLOCKED);
        sql.update(
                "update crm_contact set status = case when " + other + " = ? or status = 0 then " + other
                        + " else status end where tenant_id = :tenant and id = ? and status <> ?",
                row -> row.id(from.value())
                        .number(blocked)
                        .id(from.value())
                        .id(into.value())
                        .number(blocked));
    }
}
