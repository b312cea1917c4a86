package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent.Heading;
import io.crmkit.event.Letter;
import io.crmkit.event.Letters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of one tenant on their way, in the database. */
record JpaLetters(Sql sql, Sealing sealing) implements Letters {
    private static final int ERROR_LENGTH = 500;
    private static final String COLUMNS = """
            select stream_id, subscriber, number, id, contact_id, kind, raised_at, about_id, other_id, word, sealed, attempts,
                retry_at, error, parked, delivered_at from crm_event where tenant_id = :tenant""";

    @Override
    public Hold hold(ContactId stream, Instant now, Instant until) {
        int taken = sql.update("""
                update crm_event_stream set held_until = ?
                where tenant_id = :tenant and contact_id = ? and (held_until is null or held_until <= ?)""", row -> row.time(until).id(stream.value()).time(now));
        if (taken == 1) {
            return Hold.MINE;
        }
        return sql.one(
                        "select 1 from crm_event_stream where tenant_id = :tenant and contact_id = ?",
                        row -> row.id(stream.value()),
                        row -> Hold.TAKEN)
                .orElse(Hold.NO_STREAM);
    }

    @Override
    public List<Letter> waiting(ContactId stream, String subscriber, int limit) {
        return sql.list(
                COLUMNS + """
                 and stream_id = ? and subscriber = ? and delivered_at is null
                order by tenant_id, stream_id, subscriber, number fetch first ? rows only""", row -> row.id(stream.value()).text(subscriber).number(limit), this::letter);
    }

    private Letter letter(ResultSet row) throws SQLException {
        Heading heading = new Heading(
                row.getObject("id", UUID.class),
                sql.tenant(),
                new ContactId(row.getObject("contact_id", UUID.class)),
                Times.present(row, "raised_at"));
        EventRow event = new EventRow(
                heading,
                row.getInt("kind"),
                row.getObject("about_id", UUID.class),
                row.getObject("other_id", UUID.class),
                row.getString("word"),
                EventRows.opened(heading.id(), row.getBytes("sealed"), sealing));
        return new Letter(
                row.getString("subscriber"),
                new ContactId(row.getObject("stream_id", UUID.class)),
                row.getLong("number"),
                event.event(),
                row.getInt("attempts"),
                Times.at(row, "retry_at"),
                row.getString("error"),
                row.getBoolean("parked"),
                Times.at(row, "delivered_at"));
    }

    @Override
    public void settle(List<Letter> letters) {
        sql.each(
                """
                update crm_event set attempts = ?, retry_at = ?, error = ?, parked = ?, delivered_at = ?
                where tenant_id = :tenant and stream_id = ? and subscriber = ? and number = ? and id = ?
                    and delivered_at is null""",
                letters,
                (row, letter) -> row.number(letter.attempts())
                        .time(letter.retryAt())
                        .text(shortened(letter.error()))
                        .flag(letter.parked())
                        .time(letter.deliveredAt())
                        .id(letter.stream().value())
                        .text(letter.subscriber())
                        .big(letter.number())
                        .id(letter.event().heading().id()));
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
    }

    @Override
    public Rest finish(ContactId stream, Instant until, Instant deliveredUntil, Set<String> served) {
        sql.update("""
                update crm_event_stream set held_until = null
                where tenant_id = :tenant and contact_id = ? and held_until = ?""", row -> row.id(stream.value()).time(until));
        sql.update(
                "delete from crm_event where tenant_id = :tenant and stream_id = ? and delivered_at <= ?",
                row -> row.id(stream.value()).time(deliveredUntil));
        return sql.list(
                        """
                        select min(delivered_at) as delivered, count(case when delivered_at is null
                            and not subscriber = any(?) then 1 end) as unserved
                        from crm_event where tenant_id = :tenant and stream_id = ?""",
                        row -> row.array(
                                        sql.vendor() == Vendor.POSTGRESQL ? "text" : "varchar",
                                        served.toArray(String[]::new))
                                .id(stream.value()),
                        row -> new Rest(row.getLong("unserved") > 0, Optional.ofNullable(Times.at(row, "delivered"))))
                .get(0);
    }

    @Override
    public List<Letter> parked(int limit) {
        return sql.list(
                COLUMNS + " and parked order by tenant_id, stream_id, subscriber fetch first ? rows only",
                row -> row.number(limit),
                this::letter);
    }

    @Override
    public int replay(ContactId stream, String subscriber, Instant since) {
        return sql.update("""
                update crm_event set attempts = 0, retry_at = null, error = null, parked = false, delivered_at = null
                where tenant_id = :tenant and stream_id = ? and subscriber = ? and delivered_at is not null
                    and raised_at >= ?""", row -> row.id(stream.value()).text(subscriber).time(since));
    }
}
