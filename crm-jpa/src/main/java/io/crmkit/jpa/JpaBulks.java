package io.crmkit.jpa;

import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkProgress;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.Bulks;
import io.crmkit.bulk.Chosen;
import io.crmkit.contact.ContactId;
import io.crmkit.segment.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bulk jobs in the database. */
final class JpaBulks implements Bulks {
    private static final String TABLE = "crm_bulk";
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final int REFUSED = Codes.BULK_OUTCOME.code(BulkOutcome.UNCHANGED) + 2;

    /** The outcome of one that is come back to at {@code again_at}. */
    private static final int POSTPONED = 100;

    private static final String SELECT = """
            select id, started_by, started_at, state, chosen, done, unchanged, refused, reached, sealed
            from crm_bulk where tenant_id = :tenant and\s""";

    private final Sql sql;
    private final Sealing sealing;

    JpaBulks(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public BulkJob add(BulkJob job) {
        UUID id = job.id().value();
        byte[] key = sealing.hash("bulk", Sealing.utf8(job.request().key())).bytes();
        byte[] sealed = sealing.intake().seal(TABLE, "sealed", Sealing.row(id), BulkCodec.encode(job.request()));
        sql.each(
                sql.ignoring(
                        "crm_bulk (tenant_id, id, request_key, started_by, started_at, state, chosen, done, unchanged,"
                                + " refused, data_key_id, sealed)",
                        "?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?",
                        "request_key = ?"),
                List.of(job),
                (row, one) -> row.id(id)
                        .bytes(key)
                        .text(one.startedBy())
                        .time(one.startedAt())
                        .number(Codes.BULK.code(one.state()))
                        .id(KeyRing.INTAKE)
                        .bytes(sealed)
                        .bytes(key));
        return sql.one(SELECT + "request_key = ?", row -> row.bytes(key), this::job)
                .orElseThrow();
    }

    @Override
    public Optional<BulkJob> find(BulkId id) {
        return sql.one(SELECT + "id = ?", row -> row.id(id.value()), this::job);
    }

    @Override
    public Optional<BulkJob> hold(BulkId id) {
        return sql.one(SELECT + "id = ? for update", row -> row.id(id.value()), this::job);
    }

    @Override
    public List<BulkJob> newest(@Nullable BulkId before, int limit) {
        return sql.list(
                SELECT + "id < ? order by tenant_id desc, id desc fetch first ? rows only",
                row -> row.id(before == null ? HIGHEST : before.value()).number(limit),
                this::job);
    }

    private BulkJob job(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] request = sealing.intake().unseal(TABLE, "sealed", Sealing.row(id), row.getBytes("sealed"));
        UUID reached = row.getObject("reached", UUID.class);
        return new BulkJob(
                new BulkId(id),
                BulkCodec.decode(request),
                row.getString("started_by"),
                Times.present(row, "started_at"),
                Codes.BULK.choice(row.getInt("state")),
                new BulkProgress(
                        row.getInt("chosen"), row.getInt("done"), row.getInt("unchanged"), row.getInt("refused")),
                reached == null ? null : new ContactId(reached));
    }

    @Override
    public void save(BulkJob job, List<BulkResult> results) {
        BulkProgress progress = job.progress();
        ContactId reached = job.reached();
        sql.update(
                """
                update crm_bulk set state = ?, chosen = ?, done = ?, unchanged = ?, refused = ?, reached = ?
                where tenant_id = :tenant and id = ?""",
                row -> row.number(Codes.BULK.code(job.state()))
                        .number(progress.chosen())
                        .number(progress.done())
                        .number(progress.unchanged())
                        .number(progress.refused())
                        .id(reached == null ? null : reached.value())
                        .id(job.id().value()));
        postpone(job.id(), results);
        Map<Integer, List<UUID>> byOutcome = results.stream()
                .filter(result -> !(result.outcome() instanceof BulkOutcome.Postponed))
                .collect(Collectors.groupingBy(
                        result -> 1 + Codes.BULK_OUTCOME.code(result.outcome()),
                        Collectors.mapping(result -> result.contact().value(), Collectors.toList())));
        byOutcome.forEach((outcome, contacts) ->
                sql.update("""
                update crm_bulk_contact set outcome = ?, again_at = null
                where tenant_id = :tenant and bulk_id = ? and contact_id = any(?)""", row -> row.number(outcome).id(job.id().value()).ids(contacts)));
    }

    private void postpone(BulkId id, List<BulkResult> results) {
        for (BulkResult result : results) {
            if (result.outcome() instanceof BulkOutcome.Postponed postponed) {
                sql.update(
                        """
                        update crm_bulk_contact set outcome = ?, again_at = ?
                        where tenant_id = :tenant and bulk_id = ? and contact_id = ?""",
                        row -> row.number(POSTPONED)
                                .time(postponed.until())
                                .id(id.value())
                                .id(result.contact().value()));
            }
        }
    }

    @Override
    public List<ContactId> postponed(BulkId id, Instant until, int limit) {
        return sql.list(
                """
                select contact_id from crm_bulk_contact where tenant_id = :tenant and bulk_id = ? and again_at <= ?
                order by tenant_id, bulk_id, again_at, contact_id fetch first ? rows only""",
                row -> row.id(id.value()).time(until).number(limit),
                row -> new ContactId(row.getObject(1, UUID.class)));
    }

    @Override
    public boolean isPostponed(BulkId id, ContactId contact) {
        return sql.one("""
                        select 1 from crm_bulk_contact where tenant_id = :tenant and bulk_id = ? and contact_id = ?
                            and again_at is not null""", row -> row.id(id.value()).id(contact.value()), row -> row.getInt(1))
                .isPresent();
    }

    @Override
    public Optional<Instant> nextPostponed(BulkId id) {
        return sql.one("""
                select again_at from crm_bulk_contact
                where tenant_id = :tenant and bulk_id = ? and again_at is not null
                order by tenant_id, bulk_id, again_at fetch first 1 rows only""", row -> row.id(id.value()), row -> Times.present(row, "again_at"));
    }

    @Override
    public int choose(BulkJob job, AsOf asOf) {
        UUID id = job.id().value();
        if (job.request().contacts() instanceof Chosen.These these) {
            return sql.each("""
                            insert into crm_bulk_contact (tenant_id, bulk_id, contact_id, outcome)
                            values (:tenant, ?, ?, 0)""", these.ids(), (row, contact) -> row.id(id).id(contact.value())).length;
        }
        CriterionSql where = CriterionSql.of(((Chosen.All) job.request().contacts()).criterion(), asOf, sealing);
        return sql.update(
                "insert into crm_bulk_contact (tenant_id, bulk_id, contact_id, outcome)"
                        + " select :tenant, ?, a.contact_id, 0 from crm_contact_activity a"
                        + " join crm_contact c on c.tenant_id = a.tenant_id and c.id = a.contact_id"
                        + " where a.tenant_id = :tenant and c.joined_into is null and c.restricted_at is null and "
                        + where.text(),
                row -> {
                    row.id(id);
                    where.bind(row);
                });
    }

    @Override
    public List<ContactId> chosen(BulkId id, @Nullable ContactId after, int limit) {
        return sql.list(
                """
                select contact_id from crm_bulk_contact where tenant_id = :tenant and bulk_id = ? and contact_id > ?
                order by tenant_id, bulk_id, contact_id fetch first ? rows only""",
                row -> row.id(id.value()).id(end(after)).number(limit),
                row -> new ContactId(row.getObject(1, UUID.class)));
    }

    @Override
    public List<BulkResult> results(BulkId id, boolean refusedOnly, @Nullable ContactId after, int limit) {
        return sql.list(
                """
                select contact_id, outcome, again_at from crm_bulk_contact
                where tenant_id = :tenant and bulk_id = ? and contact_id > ? and outcome between ? and ?
                order by tenant_id, bulk_id, contact_id fetch first ? rows only""",
                row -> row.id(id.value())
                        .id(end(after))
                        .number(refusedOnly ? REFUSED : 1)
                        .number(refusedOnly ? POSTPONED - 1 : POSTPONED)
                        .number(limit),
                row -> new BulkResult(new ContactId(row.getObject(1, UUID.class)), outcome(row)));
    }

    private static BulkOutcome outcome(ResultSet row) throws SQLException {
        int code = row.getInt("outcome");
        return code == POSTPONED
                ? new BulkOutcome.Postponed(Times.present(row, "again_at"))
                : Codes.BULK_OUTCOME.choice(code - 1);
    }

    private static UUID end(@Nullable ContactId after) {
        return after == null ? LOWEST : after.value();
    }
}
