package io.crmkit.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.bulk.BroadcastPreview;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.Chosen;
import io.crmkit.consent.Purpose;
import io.crmkit.export.CsvColumns;
import io.crmkit.export.CsvImport;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Outgoing;
import io.crmkit.privacy.Actor;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * Plans a broadcast to many contacts: foresees what would come of it, and chooses whom it is for. Its aim is ten seconds
 * for 100,000. The heap is bounded by the command ({@code -Xmx128m}); the database is another process.
 */
final class BroadcastBenchmark {
    private static final String DATABASE = "broadcasts";
    private static final Duration AIM = Duration.ofSeconds(10);
    private static final int AIMED_AT = 100_000;

    private BroadcastBenchmark() {}

    static void run(int contacts, PrintStream out) throws Exception {
        try (Server server = Server.start()) {
            out.println(server.describe() + ", heap of at most "
                    + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
            server.createDatabase(DATABASE);
            try (HikariDataSource pool = server.pool(DATABASE, 2);
                    JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
                Crm crm = Crm.create(storage).messenger(new BusyMessenger()).build();
                CrmSession session = crm.as(Actor.system(TenantId.of("broadcasts")));
                out.println(new CsvImport(session, CsvColumns.standard())
                        .run(new ContactsFile(contacts, row -> {}), false, bad -> {}));
                try (Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("analyze");
                }
                plan(crm, session, out);
            }
        }
    }

    private static void plan(Crm crm, CrmSession session, PrintStream out) {
        Campaign campaign = Campaign.of(Purpose.REMINDER, Outgoing.Template.of("visit", "es_AR", "{first_name|Hola}"));
        Chosen everybody = new Chosen.All(Criterion.EVERYBODY);
        long begun = System.nanoTime();
        BroadcastPreview foreseen = session.bulk().preview(campaign, everybody);
        long seen = System.nanoTime();
        session.bulk().start(new BulkRequest("all", new BulkAction.Broadcast(campaign), everybody));
        crm.dueWork().runDue();
        long chosen = System.nanoTime();
        Duration took = Duration.ofNanos(chosen - begun);
        out.println(foreseen);
        out.printf(
                Locale.ROOT,
                "foreseen in %.1f s, chosen in %.1f s, %d MB held%n",
                (seen - begun) / 1e9,
                (chosen - seen) / 1e9,
                held());
        if (foreseen.chosen() >= AIMED_AT) {
            out.printf(
                    Locale.ROOT,
                    "planning %,d in at most %d s: %s%n",
                    foreseen.chosen(),
                    AIM.toSeconds(),
                    took.multipliedBy(AIMED_AT).compareTo(AIM.multipliedBy(foreseen.chosen())) <= 0 ? "met" : "missed");
        }
    }

    /** What is on the heap after it was cleaned up. */
    private static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
    }
}
