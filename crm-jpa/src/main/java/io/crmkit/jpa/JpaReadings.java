package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.insight.ReadUpTo;
import io.crmkit.insight.Reading;
import io.crmkit.insight.Readings;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was read of the messages of one tenant, in the database. */
final class JpaReadings implements Readings {
    private static final String TABLE = "crm_reading";

    private final Sql sql;
    private final Sealing sealing;

    JpaReadings(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public List<InteractionId> unread(ContactId contact, String extractor, String reader, Instant from, int limit) {
        return sql.list(
                """
                select x.id from crm_interaction x
                where x.tenant_id = :tenant and x.contact_id = ? and x.occurred_at >= ?
                    and x.kind = 0 and x.author = 0 and not exists (
                    select 1 from crm_reading r where r.tenant_id = :tenant and r.interaction_id = x.id
                        and r.extractor = ? and r.reader = ?)
                order by x.tenant_id, x.contact_id, x.occurred_at, x.id fetch first ? rows only""",
                row -> row.id(contact.value())
                        .time(from)
                        .text(extractor)
                        .text(reader)
                        .number(limit),
                row -> new InteractionId(row.getObject("id", UUID.class)));
    }

    @Override
    public Optional<ReadUpTo> readUpTo(ContactId contact, String extractor) {
        return sql
                .list(
                        """
                        select reader, unread_from, verified_at from crm_read_up_to
                        where tenant_id = :tenant and contact_id = ? and extractor = ?""",
                        row -> row.id(contact.value()).text(extractor),
                        row -> new ReadUpTo(
                                row.getString("reader"),
                                Times.present(row, "unread_from"),
                                Times.present(row, "verified_at")))
                .stream()
                .findFirst();
    }

    @Override
    public void keep(ContactId contact, String extractor, ReadUpTo upTo) {
        int known = sql.update(
                """
                update crm_read_up_to set reader = ?, unread_from = ?, verified_at = ?
                where tenant_id = :tenant and contact_id = ? and extractor = ?""",
                row -> row.text(upTo.reader())
                        .time(upTo.unreadFrom())
                        .time(upTo.verifiedAt())
                        .id(contact.value())
                        .text(extractor));
        if (known == 0) {
            sql.update(
                    """
                    insert into crm_read_up_to (tenant_id, contact_id, extractor, reader, unread_from, verified_at)
                    select :tenant, ?, ?, ?, ?, ? where not exists (
                        select 1 from crm_read_up_to
                        where tenant_id = :tenant and contact_id = ? and extractor = ?)""",
                    row -> row.id(contact.value())
                            .text(extractor)
                            .text(upTo.reader())
                            .time(upTo.unreadFrom())
                            .time(upTo.verifiedAt())
                            .id(contact.value())
                            .text(extractor));
        }
    }

    @Override
    public void keep(ContactId contact, Collection<Reading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        DataKey key = sealing.of(contact);
        sql.each(
                "delete from crm_reading where tenant_id = :tenant and interaction_id = ? and extractor = ?",
                readings,
                (row, r) -> row.id(r.message().value()).text(r.extractor()));
        sql.each(
                """
                insert into crm_reading (tenant_id, interaction_id, extractor, reader, read_at, data_key_id, mood, certainty,
                    insight)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?)""",
                readings,
                (row, r) -> row.id(r.message().value())
                        .text(r.extractor())
                        .text(r.reader())
                        .time(r.at())
                        .id(key.id())
                        .big(
                                r.insight() == null
                                        ? null
                                        : sealing.mood(r.insight().sentiment()))
                        .optional(r.insight() == null ? null : r.certainty())
                        .bytes(
                                r.insight() == null
                                        ? null
                                        : key.seal(
                                                TABLE,
                                                "insight",
                                                place(r.message(), r.extractor()),
                                                FactCodec.encode(r.insight()))));
    }

    @Override
    public List<Reading> of(Collection<InteractionId> messages) {
        return sql.list(
                """
                select r.interaction_id, r.extractor, r.reader, r.read_at, r.insight, k.id as data_key, k.wrapped
                from crm_reading r join crm_data_key k on k.tenant_id = r.tenant_id and k.id = r.data_key_id
                where r.tenant_id = :tenant and r.interaction_id = any(?)""", row -> row.ids(messages.stream().map(InteractionId::value).toList()), row -> {
                    InteractionId message = new InteractionId(row.getObject("interaction_id", UUID.class));
                    String extractor = row.getString("extractor");
                    byte[] sealed = row.getBytes("insight");
                    DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
                    return new Reading(
                            message,
                            extractor,
                            row.getString("reader"),
                            Times.present(row, "read_at"),
                            sealed == null
                                    ? null
                                    : FactCodec.insight(
                                            message, key.unseal(TABLE, "insight", place(message, extractor), sealed)));
                });
    }

    private static byte[] place(InteractionId message, String extractor) {
        byte[] id = Sealing.row(message.value());
        byte[] name = Sealing.utf8(extractor);
        byte[] place = Arrays.copyOf(id, id.length + name.length);
        System.arraycopy(name, 0, place, id.length, name.length);
        return place;
    }

    /** What is no longer as it was read counts as not read. */
    static void forget(Sql sql, Collection<UUID> messages) {
        if (!messages.isEmpty()) {
            sql.update(
                    "delete from crm_reading where tenant_id = :tenant and interaction_id = any(?)",
                    row -> row.ids(messages));
        }
    }

    @Override
    public boolean spend(LocalDate day, String extractor, long tokens, long budget) {
        int known = sql.update(
                """
                update crm_extraction_spending set tokens = tokens + ?
                where tenant_id = :tenant and spent_on = ? and extractor = ? and tokens <= ?""", row -> row.big(tokens).text(day.toString()).text(extractor).big(budget - tokens));
        return known == 1
                || tokens <= budget
                        && sql.update(
                                        """
                                        insert into crm_extraction_spending (tenant_id, spent_on, extractor, tokens)
                                        select :tenant, ?, ?, ? where not exists (
                                            select 1 from crm_extraction_spending
                                            where tenant_id = :tenant and spent_on = ? and extractor = ?)""",
                                        row -> row.text(day.toString())
                                                .text(extractor)
                                                .big(tokens)
                                                .text(day.toString())
                                                .text(extractor))
                                == 1;
    }
}
