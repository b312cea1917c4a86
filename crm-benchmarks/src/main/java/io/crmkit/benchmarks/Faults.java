package io.crmkit.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** What a database had to give up so far. */
record Faults(long deadlocks, long rollbacks) {
    static Faults of(Server server, String database) throws SQLException {
        // Idle backends tell what they counted within a second, and nothing else says when they have.
        pause();
        String where = " from pg_stat_database where datname = '" + database + "'";
        return new Faults(
                Long.parseLong(server.ask("postgres", "select deadlocks" + where)),
                Long.parseLong(server.ask("postgres", "select xact_rollback" + where)));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1_500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    Faults since(Faults before) {
        return new Faults(deadlocks - before.deadlocks, rollbacks - before.rollbacks);
    }
}
