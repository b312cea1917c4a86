package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.PersonRequest.Extension;
import io.crmkit.request.PersonRequest.Refusal;
import io.crmkit.request.PersonRequest.State;
import io.crmkit.request.PersonRequests;
import io.crmkit.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people asked for, in the database. */
record JpaRequests(Sql sql) implements PersonRequests {
    private static final int OPEN = Codes.REQUEST_STATE.code(State.OPEN);
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final UUID LOWEST = new UUID(0, 0);

    private static final String SELECT = """
            select r.id, r.contact_id, r.kind, r.regime, r.reference, r.opened_by, r.received_at, r.due_at, r.extension,
                r.state, r.refusal, r.closed_at
            from crm_request r where r.tenant_id = :tenant and\s""";

    @Override
    public void add(PersonRequest request) {
        sql.update(
                """
                insert into crm_request (tenant_id, id, contact_id, kind, regime, reference, opened_by, received_at, due_at,
                    extension, state, refusal, closed_at)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row -> state(
                        row.id(request.id().value())
                                .id(request.contact().value())
                                .number(Codes.REQUEST.code(request.kind()))
                                .number(Codes.REGIME.code(request.regime()))
                                .text(request.reference())
                                .text(request.by())
                                .time(request.receivedAt()),
                        request));
    }

    /** When it is due and how far it is. */
    private static Row state(Row row, PersonRequest request) throws SQLException {
        Extension extension = request.extension();
        Refusal refusal = request.refusal();
        return row.time(request.dueAt())
                .number(extension == null ? 0 : 1 + Codes.EXTENSION.code(extension))
                .number(Codes.REQUEST_STATE.code(request.state()))
                .number(refusal == null ? 0 : 1 + Codes.REFUSAL.code(refusal))
                .time(request.closedAt());
    }

    @Override
    public Optional<PersonRequest> hold(RequestId id) {
        return sql.one(SELECT + "r.id = ? for update", row -> row.id(id.value()), JpaRequests::request);
    }

    @Override
    public void save(PersonRequest request) {
        sql.update("""
                update crm_request set due_at = ?, extension = ?, state = ?, refusal = ?, closed_at = ?
                where tenant_id = :tenant and id = ?""", row -> state(row, request).id(request.id().value()));
    }

    @Override
    public List<PersonRequest> of(ContactId contact) {
        Set<UUID> family = MergeRows.families(sql, List.of(contact.value()));
        family.add(contact.value());
        return sql.list(
                SELECT + "r.contact_id = any(?) order by r.received_at, r.id",
                row -> row.ids(family),
                JpaRequests::request);
    }

    /** Those of contacts by these very ids, by their own. */
    List<PersonRequest> ofThese(Collection<ContactId> contacts) {
        return sql.list(
                SELECT + "r.contact_id = any(?) order by r.id",
                row -> row.ids(contacts.stream().map(ContactId::value).toList()),
                JpaRequests::request);
    }

    /** Those of nobody who is a contact, a page at a time. */
    void strays(int page, Consumer<PersonRequest> each) {
        UUID after = LOWEST;
        List<PersonRequest> some;
        do {
            UUID from = after;
            some = sql.list(SELECT + """
                    r.id > ? and not exists (select 1 from crm_contact c where c.tenant_id = :tenant
                        and c.id = r.contact_id)
                    order by r.tenant_id, r.id fetch first ? rows only""", row -> row.id(from).number(page), JpaRequests::request);
            some.forEach(each);
            after = some.isEmpty() ? after : some.get(some.size() - 1).id().value();
        } while (some.size() == page);
    }

    @Override
    public List<PersonRequest> due(Instant before, @Nullable Cursor after, int limit) {
        Cursor end = after == null ? new Cursor(EARLIEST, new RequestId(LOWEST)) : after;
        return sql.list(
                SELECT + """
                r.state = ? and r.due_at < ? and r.due_at >= ? and (r.due_at > ? or r.id > ?)
                order by r.tenant_id, r.state, r.due_at, r.id fetch first ? rows only""",
                row -> row.number(OPEN)
                        .time(before)
                        .time(end.dueAt())
                        .time(end.dueAt())
                        .id(end.id().value())
                        .number(limit),
                JpaRequests::request);
    }

    @Override
    public long count(Instant closedBefore) {
        return sql.one(
                        "select count(*) from crm_request where tenant_id = :tenant and closed_at < ?",
                        row -> row.time(closedBefore),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public int forget(Instant closedBefore, int limit) {
        List<UUID> some = sql.list(
                "select id from crm_request where tenant_id = :tenant and closed_at < ? fetch first ? rows only",
                row -> row.time(closedBefore).number(limit),
                row -> row.getObject(1, UUID.class));
        return some.isEmpty()
                ? 0
                : sql.update("delete from crm_request where tenant_id = :tenant and id = any(?)", row -> row.ids(some));
    }

    private static PersonRequest request(ResultSet row) throws SQLException {
        int extension = row.getInt("extension");
        int refusal = row.getInt("refusal");
        return new PersonRequest(
                new RequestId(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                Codes.REQUEST.choice(row.getInt("kind")),
                Codes.REGIME.choice(row.getInt("regime")),
                row.getString("reference"),
                row.getString("opened_by"),
                Times.present(row, "received_at"),
                Times.present(row, "due_at"),
                extension == 0 ? null : Codes.EXTENSION.choice(extension - 1),
                Codes.REQUEST_STATE.choice(row.getInt("state")),
                refusal == 0 ? null : Codes.REFUSAL.choice(refusal - 1),
                Times.at(row, "closed_at"));
    }
}
