package io.crmkit.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Makes captures of the same keys and messages wait for each other on PostgreSQL, whatever process they run in. Goes
 * before the statement that reads or checks, in one round trip, so that that one sees what others committed.
 */
final class CaptureLock {
    /** So many captures of one tenant go on side by side at most; more would cost PostgreSQL more lock memory. */
    private static final int STRIPES = 64;

    /**
     * To plan what follows costs several times what it costs to run it, and the one plan has to serve tables that are
     * small when it is made and large later. What a host plans is left to the host.
     */
    static final String SQL = """
            select set_config('crm.tenant', :tenant, true),
                set_config('plan_cache_mode', coalesce(?, current_setting('plan_cache_mode')), true),
                set_config('enable_hashjoin', coalesce(?, current_setting('enable_hashjoin')), true),
                set_config('enable_seqscan', coalesce(?, current_setting('enable_seqscan')), true),
                (select count(pg_advisory_xact_lock(?, stripe)) from unnest(?) as stripes(stripe));
            """;

    private CaptureLock() {}

    /** Lets captures of these wait until the transaction is over, and waits for those that began before. */
    static void take(Sql sql, Sealing sealing, Collection<Hash> hashes) {
        if (sql.vendor() == Vendor.H2) {
            wholeTenant(sql, sealing);
            return;
        }
        try (PreparedStatement statement = sql.binding(SQL + "select 1", row -> bind(row, sql, hashes))) {
            statement.execute();
        } catch (SQLException failure) {
            throw Sql.failed("Waiting for captures", failure);
        }
    }

    /** One capture of a tenant at a time: H2 serves one process, and has no locks by name. */
    static void wholeTenant(Sql sql, Sealing sealing) {
        sealing.intake();
        sql.list(
                "select version from crm_tenant_key where tenant_id = :tenant and purpose = 'seal' for update",
                row -> {},
                row -> row.getInt(1));
    }

    static void bind(Row row, Sql sql, Collection<Hash> hashes) throws SQLException {
        Integer[] stripes = hashes.stream()
                .map(hash -> ((hash.bytes()[0] & 0xff) << 8 | hash.bytes()[1] & 0xff) % STRIPES)
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
        row.text(sql.alone() ? "force_generic_plan" : null)
                .text(sql.alone() ? "off" : null)
                .text(sql.alone() ? "off" : null)
                .number(sql.tenant().hashCode())
                .array("int4", stripes);
    }
}
