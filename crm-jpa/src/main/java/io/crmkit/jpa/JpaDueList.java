package io.crmkit.jpa;

import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueList;
import io.crmkit.due.Parked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The due work of one tenant in the database. */
final class JpaDueList implements DueList {
    private static final int ERROR_LENGTH = 500;

    private final Sql sql;

    JpaDueList(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Collection<Due> due) {
        DueRows.add(sql, due);
    }

    @Override
    public List<Claim> claim(Set<DueKind> kinds, Instant now, Instant until, int limit) {
        return sql.vendor() == Vendor.POSTGRESQL ? skipping(kinds, now, until, limit) : each(kinds, now, until, limit);
    }

    private List<Claim> skipping(Set<DueKind> kinds, Instant now, Instant until, int limit) {
        return sql.list(
                """
                with c as materialized (
                    select subject, kind from crm_due
                    where tenant_id = :tenant and kind = any(?) and due_at <= ? and not parked
                    order by due_at limit ? for update skip locked)
                update crm_due d set due_at = ?, generation = d.generation + 1, attempts = d.attempts + 1, leased = true,
                    messages = 0
                from c where d.tenant_id = :tenant and d.subject = c.subject and d.kind = c.kind
                returning d.subject, d.kind, d.generation, d.attempts, d.since""",
                row -> row.array("int2", DueRows.codes(kinds))
                        .time(now)
                        .number(limit)
                        .time(until),
                JpaDueList::claim);
    }

    /** H2 would give the same locked rows to everybody, so each takes by a conditional update what it still can. */
    private List<Claim> each(Set<DueKind> kinds, Instant now, Instant until, int limit) {
        List<Claim> seen = sql.list(
                """
                select subject, kind, generation, attempts, since from crm_due
                where tenant_id = :tenant and kind = any(?) and due_at <= ? and not parked
                order by due_at fetch first ? rows only""",
                row -> row.array("smallint", DueRows.codes(kinds)).time(now).number(limit),
                JpaDueList::claim);
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : seen) {
            int taken = sql.update(
                    """
                    update crm_due set due_at = ?, generation = generation + 1, attempts = attempts + 1, leased = true,
                        messages = 0
                    where tenant_id = :tenant and subject = ? and kind = ? and generation = ? and due_at <= ?
                        and not parked""",
                    row -> key(row.time(until), claim)
                            .number(claim.generation())
                            .time(now));
            if (taken == 1) {
                claims.add(new Claim(
                        claim.subject(), claim.kind(), claim.generation() + 1, claim.attempts() + 1, claim.since()));
            }
        }
        return claims;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject("subject", UUID.class),
                Codes.DUE.choice(row.getInt("kind")),
                row.getInt("generation"),
                row.getInt("attempts"),
                Times.present(row, "since"));
    }

    private static Row key(Row row, Claim claim) throws SQLException {
        return row.id(claim.subject()).number(Codes.DUE.code(claim.kind()));
    }

    @Override
    public void finish(Claim claim) {
        sql.update(
                "delete from crm_due where tenant_id = :tenant and subject = ? and kind = ? and generation = ?",
                row -> key(row, claim).number(claim.generation()));
    }

    @Override
    public void putOff(Claim claim, Instant at, int attempts) {
        sql.update("""
                update crm_due set due_at = ?, attempts = ?, leased = false
                where tenant_id = :tenant and subject = ? and kind = ? and generation = ?""", row -> key(row.time(at).number(attempts), claim).number(claim.generation()));
    }

    @Override
    public void park(Claim claim, String error) {
        String kept = error.length() > ERROR_LENGTH ? error.substring(0, ERROR_LENGTH) : error;
        sql.update("""
                update crm_due set due_at = ?, leased = false, parked = true, error = ?
                where tenant_id = :tenant and subject = ? and kind = ? and generation = ?""", row -> key(row.time(Times.NEVER).text(kept), claim).number(claim.generation()));
    }

    @Override
    public Optional<Parked> parked(UUID subject, DueKind kind) {
        return sql.one("""
                select subject, kind, attempts, error from crm_due
                where tenant_id = :tenant and subject = ? and kind = ? and parked""", row -> row.id(subject).number(Codes.DUE.code(kind)), JpaDueList::parked);
    }

    @Override
    public List<Parked> parked(int limit) {
        return sql.list("""
                select subject, kind, attempts, error from crm_due where tenant_id = :tenant and parked
                order by tenant_id, subject, kind fetch first ? rows only""", row -> row.number(limit), JpaDueList::parked);
    }

    private static Parked parked(ResultSet row) throws SQLException {
        return new Parked(
                row.getObject("subject", UUID.class),
                Codes.DUE.choice(row.getInt("kind")),
                row.getInt("attempts"),
                row.getString("error"));
    }
}
