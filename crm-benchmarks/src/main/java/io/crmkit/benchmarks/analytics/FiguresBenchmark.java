package io.crmkit.benchmarks.analytics;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.analytics.Analytics;
import io.crmkit.analytics.Attribution;
import io.crmkit.analytics.Basis;
import io.crmkit.benchmarks.Server;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The command {@code figures}: each figure of a large tenant beside SQL that was written by hand for it alone. */
public final class FiguresBenchmark {
    private static final String DATABASE = "figures";
    private static final int TIMES = 5;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Period MONTH = Period.ofMonths(1);

    private final PrintStream out;
    private final HikariDataSource pool;

    private FiguresBenchmark(PrintStream out, HikariDataSource pool) {
        this.out = out;
        this.pool = pool;
    }

    public static void run(int contacts, int interactions, PrintStream out) throws Exception {
        try (Server server = Server.start()) {
            out.println(server.describe());
            server.createDatabase(DATABASE);
            try (HikariDataSource pool = server.pool(DATABASE, 4);
                    JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
                CrmSession clinic = Crm.create(storage)
                        .clock(InstantSource.fixed(FiguresData.NOW))
                        .build()
                        .as(Actor.system(TenantId.of("clinica-norte")));
                FiguresData.fill(clinic, pool, contacts, interactions);
                out.printf("%,d contacts, %,d interactions, %,d sales%n", contacts, interactions, interactions / 5);
                new FiguresBenchmark(out, pool).measure(clinic.analytics());
            }
        }
    }

    private void measure(Analytics paid) throws Exception {
        Analytics earned = paid.by(Basis.EARNED);
        out.printf("%-28s %10s %10s %10s %6s%n", "median of " + TIMES, "ours ms", "SQL ms", "load", "bar s");
        beside("worth", 2, () -> paid.worth(10), FiguresSql.WORTH);
        beside("retention, 12 months", 2, () -> earned.retention(TODAY.minusYears(1), MONTH, 12), FiguresSql.RETENTION);
        beside("cohorts", 3, earned::cohorts, FiguresSql.COHORTS);
        beside("churn", 2, () -> earned.churn(8, 10), FiguresSql.SILENCE);
        beside("forecast, fits included", 5, () -> paid.forecast(12, 10), null);
        beside(
                "credit, a year",
                2,
                () -> earned.credit(Attribution.by(Attribution.Model.LAST_TOUCH), TODAY.minusYears(1), TODAY),
                FiguresSql.CREDIT);
        beside("takings, a year", 2, () -> earned.takings(TODAY.minusYears(1), TODAY), FiguresSql.TAKINGS);
        beside("operations, a month", 2, () -> paid.operations(TODAY.minusMonths(1), MONTH, 1), operations(1));
        beside("operations, 12 months", 2, () -> paid.operations(TODAY.minusYears(1), MONTH, 12), operations(12));
        new FitBeside(out).measure(pool);
    }

    private static String operations(int months) {
        return FiguresSql.OPERATIONS.formatted(TODAY.minusMonths(months));
    }

    private void beside(String figure, int bar, Callable<?> ours, @Nullable String sql) throws Exception {
        double library = median(ours);
        String plain = sql == null ? "–" : "%,.0f".formatted(median(() -> ask(sql)));
        out.printf(
                Locale.ROOT,
                "%-28s %,10.0f %10s %10.1f %6d %s%n",
                figure,
                library,
                plain,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                bar,
                library <= 1_000 * bar ? "" : "MISSED");
    }

    /** In milliseconds, of what comes after a first time. */
    static double median(Callable<?> work) throws Exception {
        work.call();
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[TIMES / 2];
    }

    private int ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            int rows = 0;
            try (ResultSet answer = statement.executeQuery(sql)) {
                while (answer.next()) {
                    rows++;
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
            return rows;
        }
    }
}
