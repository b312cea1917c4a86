package io.crmkit.jpa;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Note;
import io.crmkit.dossier.Dossiers;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.Origins;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Timelines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What many contacts of one tenant have, in the database. */
final class JpaDossiers implements Dossiers {
    private final Sql sql;
    private final Sealing sealing;

    JpaDossiers(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public Map<ContactId, Map<String, AttributeValue>> attributes(Collection<ContactId> contacts) {
        Map<ContactId, Map<String, AttributeValue>> attributes = new HashMap<>();
        sql.list(
                """
                select x.contact_id, x.name, x.sealed, k.id as data_key, k.wrapped from crm_attribute x
                join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
                where x.tenant_id = :tenant and x.contact_id = any(?)""",
                row -> row.ids(ids(contacts)),
                row -> attributes
                        .computeIfAbsent(contact(row), c -> new HashMap<>())
                        .put(
                                row.getString("name"),
                                JpaAdditions.value(
                                        sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped")),
                                        row.getString("name"),
                                        row.getBytes("sealed"))));
        return attributes;
    }

    @Override
    public Map<ContactId, List<Note>> notes(Collection<ContactId> contacts) {
        return each("""
                select n.contact_id, n.id, n.written_at, n.sealed, k.id as data_key, k.wrapped from crm_note n
                join crm_data_key k on k.tenant_id = n.tenant_id and k.id = n.data_key_id
                where n.tenant_id = :tenant and n.contact_id = any(?)
                order by n.tenant_id, n.contact_id, n.written_at, n.id""", contacts, row -> JpaAdditions.note(row, sealing));
    }

    @Override
    public Map<ContactId, List<Conversation>> conversations(Collection<ContactId> contacts) {
        return each(
                """
                select contact_id, id, account, opened_at, last_at, state, latest, seamed, word_at, asked, call_at,
                    raised
                from crm_conversation
                where tenant_id = :tenant and contact_id = any(?)
                order by tenant_id, contact_id, opened_at, id""",
                contacts,
                row -> new Conversation(
                        new ConversationId(row.getObject("id", UUID.class)),
                        contact(row),
                        InteractionRows.account(row.getString("account")),
                        Times.present(row, "opened_at"),
                        Times.present(row, "last_at"),
                        Codes.CONVERSATION.choice(row.getInt("state")),
                        row.getObject("latest") != null,
                        row.getBoolean("seamed"),
                        new Attention(
                                Times.at(row, "word_at"),
                                row.getBoolean("asked"),
                                Times.at(row, "call_at"),
                                row.getBoolean("raised"))));
    }

    @Override
    public Map<ContactId, List<Fact>> facts(Collection<ContactId> contacts) {
        Map<ContactId, List<Fact>> facts = new JpaFacts(sql, sealing).of(contacts);
        facts.values().forEach(of -> of.sort(Fact.RECORDED));
        return facts;
    }

    @Override
    public Map<ContactId, Origins> origins(Collection<ContactId> contacts) {
        return new OriginRows(sql, sealing).of(contacts);
    }

    @Override
    public Map<ContactId, List<Entry>> entries(Collection<ContactId> contacts) {
        Map<ContactId, List<Entry>> entries = new HashMap<>();
        new EntryRows(sql, sealing)
                .of("x.contact_id = any(?)", row -> row.ids(ids(contacts)))
                .forEach(entry -> entries.computeIfAbsent(
                                entry.interaction().occurrence().contact(), c -> new ArrayList<>())
                        .add(entry));
        return entries;
    }

    @Override
    public List<Entry> entries(ContactId contact, Timelines.@Nullable Cursor newerThan, int limit) {
        String after = newerThan == null ? "" : " and x.occurred_at >= ? and (x.occurred_at > ? or x.id > ?)";
        return new EntryRows(sql, sealing)
                .of(
                        "x.contact_id = ?" + after,
                        row -> {
                            row.id(contact.value());
                            if (newerThan != null) {
                                row.time(newerThan.occurredAt())
                                        .time(newerThan.occurredAt())
                                        .id(newerThan.id().value());
                            }
                        },
                        limit);
    }

    private <T> Map<ContactId, List<T>> each(String query, Collection<ContactId> contacts, Sql.Reader<T> reader) {
        Map<ContactId, List<T>> each = new HashMap<>();
        sql.list(
                query,
                row -> row.ids(ids(contacts)),
                row -> each.computeIfAbsent(contact(row), c -> new ArrayList<>())
                        .add(reader.read(row)));
        return each;
    }

    private static ContactId contact(ResultSet row) throws SQLException {
        return new ContactId(row.getObject("contact_id", UUID.class));
    }

    static List<UUID> ids(Collection<ContactId> contacts) {
        return contacts.stream().map(ContactId::value).toList();
    }
}
