package io.crmkit.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.export.CsvColumns;
import io.crmkit.export.CsvImport;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.io.PrintStream;

/**
 * Imports a file of contacts that is made while it is read, and says how fast and what stayed in memory. The heap is
 * bounded by the command ({@code -Xmx128m}); the database is another process.
 */
final class ImportBenchmark {
    private static final String DATABASE = "imports";
    private static final int REPORTS = 10;

    private ImportBenchmark() {}

    static void run(int rows, PrintStream out) throws Exception {
        try (Server server = Server.start()) {
            out.println(server.describe() + ", heap of at most "
                    + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
            server.createDatabase(DATABASE);
            try (HikariDataSource pool = server.pool(DATABASE, 2);
                    JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
                CrmSession session = Crm.create(storage).build().as(Actor.system(TenantId.of("imports")));
                for (String run : new String[] {"first", "second"}) {
                    run(session, run, rows, out);
                }
            }
            out.println(server.ask(
                    DATABASE,
                    "select count(*) || ' contacts, ' || count(distinct id) || ' ids, '"
                            + " || pg_size_pretty(pg_database_size(current_database())) from crm_contact"));
        }
    }

    private static void run(CrmSession session, String name, int rows, PrintStream out) throws Exception {
        long begun = System.nanoTime();
        ContactsFile file = new ContactsFile(rows, row -> {
            if (row % Math.max(1, rows / REPORTS) == 0) {
                out.printf(
                        "%s run, %,d rows: %,.0f rows a second, %d MB held%n",
                        name, row, row * 1e9 / (System.nanoTime() - begun), held());
            }
        });
        CsvImport.Report report =
                new CsvImport(session, CsvColumns.standard()).run(file, false, bad -> out.println("Bad: " + bad));
        out.println(name + " run: " + report);
    }

    /** What is on the heap after it was cleaned up. */
    private static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
    }
}
