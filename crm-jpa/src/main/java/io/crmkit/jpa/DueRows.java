package io.crmkit.jpa;

import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds due work, in the order in which rows are locked. */
final class DueRows {
    /** The one kind whose messages count; in a burst no other is rewritten. */
    private static final int MODEL = Codes.DUE.code(DueKind.EXTRACT_BY_MODEL);

    private static final String IMPATIENT = Arrays.stream(DueKind.values())
            .filter(DueKind::impatient)
            .map(kind -> String.valueOf(Codes.DUE.code(kind)))
            .collect(Collectors.joining(", "));

    /**
     * Locks also what it leaves as it is, so that nobody claims it before the capture that adds to it has committed.
     */
    static final String INSERT = """
            insert into crm_due
                (tenant_id, subject, kind, due_at, generation, attempts, leased, parked, since, messages)
            select :tenant, d.subject, (?::int2[])[i], (?::timestamptz[])[i], 0, 0, false, false,
                (?::timestamptz[])[i], (?::int4[])[i]
            from unnest((select ?::uuid[])) with ordinality as d(subject, i)
            on conflict (tenant_id, subject, kind) do update set
                due_at = case when crm_due.leased or crm_due.parked then excluded.due_at
                    when %1$s then least(crm_due.due_at, crm_due.since, excluded.since)
                    when crm_due.kind in (%3$s) then least(crm_due.due_at, excluded.due_at) else crm_due.due_at end,
                generation = crm_due.generation + case when crm_due.leased or crm_due.parked then 1 else 0 end,
                attempts = case when crm_due.leased or crm_due.parked then 0 else crm_due.attempts end,
                leased = false, parked = false, error = null,
                since = least(crm_due.since, excluded.since), messages = crm_due.messages + excluded.messages
            where crm_due.leased or crm_due.parked or excluded.since < crm_due.since or crm_due.kind = %2$d
                or crm_due.kind in (%3$s) and excluded.due_at < crm_due.due_at
            """.formatted(enoughNow("crm_due.", "excluded.messages"), MODEL, IMPATIENT);

    private static final String PORTABLE_UPDATE = """
            update crm_due set generation = generation + 1,
                due_at = case when not leased and not parked and %s then least(due_at, since, ?)
                    when leased or parked then ? when kind in (%s) then least(due_at, ?) else due_at end,
                attempts = case when leased or parked then 0 else attempts end,
                since = least(since, ?), messages = messages + ?, leased = false, parked = false
            where tenant_id = :tenant and subject = ? and kind = ?""".formatted(enoughNow("", "?"), IMPATIENT);

    private DueRows() {}

    /** Whether with these messages there are enough to wait no longer. */
    private static String enoughNow(String row, String more) {
        int enough = DueKind.EXTRACT_BY_MODEL.enough();
        return row + "kind = " + MODEL + " and " + row + "messages < " + enough + " and " + row + "messages + " + more
                + " >= " + enough;
    }

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
        int[] known = sql.each(
                PORTABLE_UPDATE,
                sorted,
                (row, d) -> row.number(d.messages())
                        .time(d.since())
                        .time(d.when())
                        .time(d.when())
                        .time(d.since())
                        .number(d.messages())
                        .id(d.subject())
                        .number(Codes.DUE.code(d.kind())));
        // H2 answers "not exists" as it did before this transaction inserted, so it is not asked about what is known.
        List<Due> unknown = IntStream.range(0, known.length)
                .filter(i -> known[i] == 0)
                .mapToObj(sorted::get)
                .toList();
        sql.each(
                """
                insert into crm_due
                    (tenant_id, subject, kind, due_at, generation, attempts, leased, parked, since, messages)
                select :tenant, ?, ?, ?, 0, 0, false, false, ?, ? where not exists (
                    select 1 from crm_due where tenant_id = :tenant and subject = ? and kind = ?)""",
                unknown,
                (row, d) -> row.id(d.subject())
                        .number(Codes.DUE.code(d.kind()))
                        .time(d.when())
                        .time(d.since())
                        .number(d.messages())
                        .id(d.subject())
                        .number(Codes.DUE.code(d.kind())));
    }

    /** The parameters of {@link #INSERT}. */
    static void bind(Row row, Collection<Due> due) throws SQLException {
        List<Due> sorted = sorted(due);
        row.array("int2", sorted.stream().map(d -> Codes.DUE.code(d.kind())).toArray())
                .array(
                        "timestamptz",
                        sorted.stream().map(d -> d.when().toString()).toArray(String[]::new))
                .array(
                        "timestamptz",
                        sorted.stream().map(d -> d.since().toString()).toArray(String[]::new))
                .array("int4", sorted.stream().map(Due::messages).toArray())
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
