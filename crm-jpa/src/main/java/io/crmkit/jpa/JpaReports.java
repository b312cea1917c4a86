package io.crmkit.jpa;

import io.crmkit.report.PlannedReport;
import io.crmkit.report.ReportBook;
import io.crmkit.report.ReportRun;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The planned reports of one tenant in the database: by ids that are keyed hashes of their keys, sealed. */
final class JpaReports implements ReportBook {
    private static final String TABLE = "crm_report";
    private static final String RUNS = """
            select planned_at, state, skipped, attempts, held_until, ended_at, row_count, bytes, error
            from crm_report_run where tenant_id = :tenant and report_id = ?""";

    private final Sql sql;
    private final Sealing sealing;

    JpaReports(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public UUID id(String key) {
        ByteBuffer hash =
                ByteBuffer.wrap(sealing.hash("report", Sealing.utf8(key)).bytes());
        return new UUID(hash.getLong(), hash.getLong());
    }

    @Override
    public List<PlannedReport> all() {
        if (!sealing.exists()) {
            return List.of();
        }
        return sql
                .list("select id, next_at, sealed from crm_report where tenant_id = :tenant", row -> {}, this::read)
                .stream()
                .sorted(Comparator.comparing(planned -> planned.report().key()))
                .toList();
    }

    @Override
    public Optional<PlannedReport> hold(UUID id) {
        return sql.one(
                "select id, next_at, sealed from crm_report where tenant_id = :tenant and id = ? for update",
                row -> row.id(id),
                this::read);
    }

    private PlannedReport read(ResultSet row) throws SQLException {
        byte[] id = Sealing.row(row.getObject("id", UUID.class));
        byte[] plain = sealing.intake().unseal(TABLE, "sealed", id, row.getBytes("sealed"));
        return ReportCodec.decode(plain, sql.tenant(), Times.present(row, "next_at"));
    }

    @Override
    public void save(PlannedReport planned) {
        UUID id = id(planned.report().key());
        byte[] sealed = sealing.intake().seal(TABLE, "sealed", Sealing.row(id), ReportCodec.encode(planned));
        int replaced = sql.update(
                "update crm_report set next_at = ?, data_key_id = ?, sealed = ? where tenant_id = :tenant and id = ?",
                row -> row.time(planned.nextAt())
                        .id(KeyRing.INTAKE)
                        .bytes(sealed)
                        .id(id));
        if (replaced == 0) {
            sql.update(
                    "insert into crm_report (tenant_id, id, next_at, data_key_id, sealed) values (:tenant, ?, ?, ?, ?)",
                    row -> row.id(id).time(planned.nextAt()).id(KeyRing.INTAKE).bytes(sealed));
        }
    }

    @Override
    public boolean remove(String key) {
        if (!sealing.exists()) {
            return false;
        }
        UUID id = id(key);
        sql.update("delete from crm_report_run where tenant_id = :tenant and report_id = ?", row -> row.id(id));
        return sql.update("delete from crm_report where tenant_id = :tenant and id = ?", row -> row.id(id)) > 0;
    }

    @Override
    public Optional<ReportRun> run(UUID report, Instant plannedAt) {
        return sql.one(RUNS + " and planned_at = ?", row -> row.id(report).time(plannedAt), JpaReports::run);
    }

    @Override
    public List<ReportRun> runs(UUID report, int limit) {
        return sql.list(
                RUNS + " order by tenant_id desc, report_id desc, planned_at desc fetch first ? rows only",
                row -> row.id(report).number(limit),
                JpaReports::run);
    }

    private static ReportRun run(ResultSet row) throws SQLException {
        return new ReportRun(
                Times.present(row, "planned_at"),
                Codes.REPORT_RUN.choice(row.getInt("state")),
                row.getInt("skipped"),
                row.getInt("attempts"),
                Times.at(row, "held_until"),
                Times.at(row, "ended_at"),
                row.getLong("row_count"),
                row.getLong("bytes"),
                row.getString("error"));
    }

    @Override
    public void note(UUID report, ReportRun run) {
        int replaced = sql.update("""
                update crm_report_run set state = ?, skipped = ?, attempts = ?, held_until = ?, ended_at = ?,
                    row_count = ?, bytes = ?, error = ?
                where tenant_id = :tenant and report_id = ? and planned_at = ?""", row -> told(row, run).id(report).time(run.plannedAt()));
        if (replaced == 0) {
            sql.update("""
                    insert into crm_report_run (tenant_id, state, skipped, attempts, held_until, ended_at, row_count,
                        bytes, error, report_id, planned_at)
                    values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", row -> told(row, run).id(report).time(run.plannedAt()));
        }
    }

    private static Row told(Row row, ReportRun run) throws SQLException {
        return row.number(Codes.REPORT_RUN.code(run.state()))
                .number(run.skipped())
                .number(run.attempts())
                .time(run.heldUntil())
                .time(run.endedAt())
                .big(run.rows())
                .big(run.bytes())
                .text(run.error());
    }
}
