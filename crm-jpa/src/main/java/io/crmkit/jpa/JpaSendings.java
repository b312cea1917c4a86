package io.crmkit.jpa;

import io.crmkit.analytics.Sale;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.InteractionId;
import io.crmkit.outreach.Response;
import io.crmkit.outreach.Sending;
import io.crmkit.outreach.Sending.State;
import io.crmkit.outreach.Sendings;
import io.crmkit.outreach.Verdict.Advice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Messages on their way out, in the database. */
final class JpaSendings implements Sendings {
    private static final String TABLE = "crm_sending";

    private static final String SELECT = """
            select s.id, s.contact_id, s.bulk_id, s.account, s.purpose, s.asked_by, s.asked_at, s.state, s.at, s.calls,
                s.code, s.advice, s.interaction_id, s.sealed, k.id as data_key, k.wrapped
            from crm_sending s join crm_data_key k on k.tenant_id = s.tenant_id and k.id = s.data_key_id
            where s.tenant_id = :tenant and\s""";

    /** A failure counts unless a delivery is later than it. */
    private static final String RESPONSE = """
            select count(*),
                count(case when i.arrived_at is not null then 1 end),
                count(case when i.reached in (?, ?) then 1 end),
                count(case when i.failed_at is not null and (i.arrived_at is null or i.arrived_at <= i.failed_at)
                    then 1 end),
                count(case when exists (select 1 from crm_interaction r where r.tenant_id = s.tenant_id
                    and r.contact_id = s.contact_id and r.kind = 0 and r.author = ? and r.occurred_at > s.asked_at
                    and r.occurred_at <= ?) then 1 end),
                count(case when exists (select 1 from crm_appointment a where a.tenant_id = s.tenant_id
                    and a.contact_id = s.contact_id and a.booked_at > s.asked_at and a.booked_at <= ?) then 1 end),
                count(case when exists (select 1 from crm_sale p where p.tenant_id = s.tenant_id
                    and p.contact_id = s.contact_id and p.kind in (?, ?) and p.at > s.asked_at and p.at <= ?)
                    then 1 end)
            from crm_sending s left join crm_interaction i on i.tenant_id = s.tenant_id and i.id = s.interaction_id
            where s.tenant_id = :tenant and s.bulk_id = ? and s.state = ?""";

    private final Sql sql;
    private final Sealing sealing;

    JpaSendings(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public Sending add(Sending sending) {
        return add(sending, sealing.of(sending.contact()));
    }

    /** Adds one, sealed with a key of its contact's. */
    Sending add(Sending sending, DataKey key) {
        byte[] hash = hash(sending.key());
        byte[] sealed = key.seal(
                TABLE, "sealed", Sealing.row(sending.id()), SendingCodec.encode(SendingCodec.Said.of(sending)));
        int[] added = sql.each(
                sql.ignoring(
                        "crm_sending (tenant_id, id, request_key, contact_id, bulk_id, account, purpose, asked_by,"
                                + " asked_at, state, at, calls, code, advice, interaction_id, data_key_id, sealed)",
                        "?, ?, ?, cast(? as uuid), ?, ?, ?, cast(? as timestamp(6) with time zone), ?,"
                                + " cast(? as timestamp(6) with time zone), ?, ?, ?, cast(? as uuid), ?, ?",
                        "request_key = ?"),
                List.of(sending),
                (row, one) -> {
                    row.id(one.id())
                            .bytes(hash)
                            .id(one.contact().value())
                            .id(one.bulk())
                            .text(one.from().toString())
                            .number(Codes.PURPOSE.code(one.purpose()))
                            .text(one.by())
                            .time(one.askedAt());
                    state(row, one).id(key.id()).bytes(sealed).bytes(hash);
                });
        return added[0] == 1 ? sending : byKey(sending.key()).orElseThrow();
    }

    private static Row state(Row row, Sending sending) throws SQLException {
        Advice advice = sending.advice();
        InteractionId entry = sending.interaction();
        return row.number(Codes.SENDING.code(sending.state()))
                .time(sending.at())
                .number(sending.calls())
                .number(sending.code())
                .number(advice == null ? 0 : 1 + Codes.ADVICE.code(advice))
                .id(entry == null ? null : entry.value());
    }

    private byte[] hash(String key) {
        return sealing.hash("sending", Sealing.utf8(key)).bytes();
    }

    @Override
    public Optional<Sending> find(UUID id) {
        return sql.one(SELECT + "s.id = ?", row -> row.id(id), this::sending);
    }

    @Override
    public Optional<Sending> byKey(String key) {
        return sql.one(SELECT + "s.request_key = ?", row -> row.bytes(hash(key)), this::sending);
    }

    @Override
    public Optional<Sending> hold(UUID id) {
        return sql.one(
                        "select id from crm_sending where tenant_id = :tenant and id = ? for update",
                        row -> row.id(id),
                        row -> id)
                .flatMap(this::find);
    }

    @Override
    public void save(Sending sending) {
        sql.update("""
                update crm_sending set state = ?, at = ?, calls = ?, code = ?, advice = ?, interaction_id = ?
                where tenant_id = :tenant and id = ?""", row -> state(row, sending).id(sending.id()));
    }

    @Override
    public List<Instant> asked(ContactId contact, Purpose purpose, Instant since, int limit) {
        return sql.list(
                """
                select asked_at from crm_sending
                where tenant_id = :tenant and contact_id = ? and asked_at >= ? and purpose = ? and state <> ?
                order by tenant_id desc, contact_id desc, asked_at desc, id desc fetch first ? rows only""",
                row -> row.id(contact.value())
                        .time(since)
                        .number(Codes.PURPOSE.code(purpose))
                        .number(Codes.SENDING.code(State.REFUSED))
                        .number(limit),
                row -> Times.present(row, "asked_at"));
    }

    @Override
    public Map<ContactId, Integer> askedOften(Collection<ContactId> contacts, Purpose purpose, Instant since) {
        Map<ContactId, Integer> often = new HashMap<>();
        sql.list(
                """
                select contact_id, count(*) from crm_sending
                where tenant_id = :tenant and contact_id = any(?) and asked_at >= ? and purpose = ? and state <> ?
                group by contact_id""",
                row -> row.ids(contacts.stream().map(ContactId::value).toList())
                        .time(since)
                        .number(Codes.PURPOSE.code(purpose))
                        .number(Codes.SENDING.code(State.REFUSED)),
                row -> often.put(new ContactId(row.getObject(1, UUID.class)), row.getInt(2)));
        return often;
    }

    @Override
    public Response response(UUID bulk, Instant until) {
        return sql.one(
                        RESPONSE,
                        row -> row.number(Codes.DELIVERY.code(DeliveryState.READ))
                                .number(Codes.DELIVERY.code(DeliveryState.PLAYED))
                                .number(Codes.AUTHOR.code(Author.CUSTOMER))
                                .time(until)
                                .time(until)
                                .number(Codes.SALE.code(Sale.Kind.PAYMENT))
                                .number(Codes.SALE.code(Sale.Kind.ORDER))
                                .time(until)
                                .id(bulk)
                                .number(Codes.SENDING.code(State.ACCEPTED)),
                        row -> new Response(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getInt(7)))
                .orElseThrow();
    }

    @Override
    public List<Sending> unsettled(ContactId contact, int limit) {
        return sql.list(
                SELECT + """
                s.contact_id = ? and s.state not in (?, ?)
                order by s.tenant_id desc, s.contact_id desc, s.asked_at desc, s.id desc fetch first ? rows only""",
                row -> row.id(contact.value())
                        .number(Codes.SENDING.code(State.REFUSED))
                        .number(Codes.SENDING.code(State.ACCEPTED))
                        .number(limit),
                this::sending);
    }

    /** All of contacts, by id. */
    List<Sending> ofThese(Collection<ContactId> contacts) {
        return sql.list(
                SELECT + "s.contact_id = any(?) order by s.id",
                row -> row.ids(contacts.stream().map(ContactId::value).toList()),
                this::sending);
    }

    /** Those of a contact by id, after one, at most so many. */
    List<Sending> page(ContactId contact, UUID after, int limit) {
        return sql.list(
                SELECT + "s.contact_id = ? and s.id > ? order by s.tenant_id, s.id fetch first ? rows only",
                row -> row.id(contact.value()).id(after).number(limit),
                this::sending);
    }

    private Sending sending(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
        SendingCodec.Said said =
                SendingCodec.decode(key.unseal(TABLE, "sealed", Sealing.row(id), row.getBytes("sealed")));
        UUID entry = row.getObject("interaction_id", UUID.class);
        int advice = row.getInt("advice");
        return new Sending(
                id,
                said.key(),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getObject("bulk_id", UUID.class),
                Codes.PURPOSE.choice(row.getInt("purpose")),
                InteractionRows.account(row.getString("account")),
                said.to(),
                said.message(),
                said.about(),
                said.author(),
                row.getString("asked_by"),
                Times.present(row, "asked_at"),
                Codes.SENDING.choice(row.getInt("state")),
                Times.present(row, "at"),
                row.getInt("calls"),
                row.getInt("code"),
                advice == 0 ? null : Codes.ADVICE.choice(advice - 1),
                entry == null ? null : new InteractionId(entry));
    }
}
