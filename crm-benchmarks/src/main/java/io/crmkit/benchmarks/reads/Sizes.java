package io.crmkit.benchmarks.reads;

import io.crmkit.benchmarks.Server;
import java.io.PrintStream;
import java.sql.SQLException;

/** What both sides take on the disk, tables and indexes. */
record Sizes(Server server, PrintStream out) {
    private static final double MOST_TIMES = 2.5;
    private static final String SUM = """
            select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
            where c.relkind = 'r' and c.relname like '%s'""";
    private static final String EACH = """
            select string_agg(format('%%s %%s + %%s', relname, pg_size_pretty(pg_table_size(oid)),
                pg_size_pretty(pg_indexes_size(oid))), e'\\n    ' order by pg_total_relation_size(oid) desc)
            from pg_class where relkind = 'r' and relname like '%s' and pg_total_relation_size(oid) > 1000000""";

    void print() throws SQLException {
        double sealed = bytes(SealedSide.DATABASE, "crm\\_%");
        double plain = bytes(PlainSide.DATABASE, "plain\\_%");
        out.printf(
                "%nstorage: sealed %,.0f MB, plain %,.0f MB, %.2f times %s%n",
                sealed / 1e6, plain / 1e6, sealed / plain, sealed <= MOST_TIMES * plain ? "ok" : "missed");
        out.println("sealed, table + indexes:\n    " + server.ask(SealedSide.DATABASE, EACH.formatted("crm\\_%")));
        out.println("plain, table + indexes:\n    " + server.ask(PlainSide.DATABASE, EACH.formatted("plain\\_%")));
    }

    private double bytes(String database, String like) throws SQLException {
        return Double.parseDouble(server.ask(database, SUM.formatted(like)));
    }
}
