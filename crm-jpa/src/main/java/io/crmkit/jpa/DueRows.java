package io.crmkit.jpa;

import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Adds due work, in the order in which rows are locked. */
final class DueRows {
    /**
     * Locks also what it leaves as it is, so that nobody claims it before the capture that adds to it has committed.
     */
    static final String INSERT = """
            insert into crm_due (tenant_id, subject, kind, due_at, generation, attempts, leased, parked)
            select :tenant, d.subject, (?::int2[])[i], (?::timestamptz[])[i], 0, 0, false, false
            from unnest((select ?::uuid[])) with ordinality as d(subject, i)
            on conflict (tenant_id, subject, kind) do update set due_at = excluded.due_at,
                generation = crm_due.generation + 1, attempts = 0, leased = false, parked = false, error = null
            where crm_due.leased or crm_due.parked
            """;

    private DueRows() {}

    static void add(Sql sql, Collection<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.update(INSERT, row -> bind(row, due));
            return;
        }
        List<Due> sorted = sorted(due);
        // Always a change, for the same reason: here only what is changed is locked.
        sql.each("""
                update crm_due set generation = generation + 1, due_at = case when leased or parked then ? else due_at end,
                    attempts = case when leased or parked then 0 else attempts end, leased = false, parked = false
                where tenant_id = :tenant and subject = ? and kind = ?""", sorted, (row, d) -> row.time(d.at()).id(d.subject()).number(Codes.DUE.code(d.kind())));
        sql.each(
                """
                insert into crm_due (tenant_id, subject, kind, due_at, generation, attempts, leased, parked)
                select :tenant, ?, ?, ?, 0, 0, false, false where not exists (
                    select 1 from crm_due where tenant_id = :tenant and subject = ? and kind = ?)""",
                sorted,
                (row, d) -> row.id(d.subject())
                        .number(Codes.DUE.code(d.kind()))
                        .time(d.at())
                        .id(d.subject())
                        .number(Codes.DUE.code(d.kind())));
    }

    /** The parameters of {@link #INSERT}. */
    static void bind(Row row, Collection<Due> due) throws SQLException {
        List<Due> sorted = sorted(due);
        row.array("int2", sorted.stream().map(d -> Codes.DUE.code(d.kind())).toArray())
                .array(
                        "timestamptz",
                        sorted.stream().map(d -> d.at().toString()).toArray(String[]::new))
                .ids(sorted.stream().map(Due::subject).toList());
    }

    static Object[] codes(Collection<DueKind> kinds) {
        return kinds.stream().map(Codes.DUE::code).toArray();
    }

    private static List<Due> sorted(Collection<Due> due) {
        return due.stream()
                .sorted(Comparator.comparing(Due::subject).thenComparing(Due::kind))
                .toList();
    }
}
