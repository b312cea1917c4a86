package io.crmkit.benchmarks.analytics;

import io.crmkit.analytics.BuyingModel;
import io.crmkit.analytics.ModelFit;
import io.crmkit.analytics.PurchaseSummary;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A fit of the library beside the plain optimiser: the simplex of Nelder and Mead over every customer, from one start. */
final class FitBeside {
    private static final int STEPS = 400;

    private final PrintStream out;

    FitBeside(PrintStream out) {
        this.out = out;
    }

    void measure(DataSource pool) throws Exception {
        List<PurchaseSummary> summaries = summaries(pool);
        double[] likelihood = new double[2];
        double ours = FiguresBenchmark.median(() -> {
            likelihood[0] = ModelFit.buying(BuyingModel.Kind.MBG_NBD, summaries)
                    .orElseThrow()
                    .logLikelihood();
            return likelihood;
        });
        long start = System.nanoTime();
        likelihood[1] = -plain(summaries);
        double plain = (System.nanoTime() - start) / 1e6;
        out.printf(
                Locale.ROOT,
                "fit of %,d customers: ours %,.0f ms (of at most 50,000: LL %,.1f), the plain optimiser %,.0f ms"
                        + " (of all, once: LL %,.1f)%n",
                summaries.size(),
                ours,
                likelihood[0],
                plain,
                likelihood[1]);
    }

    private static List<PurchaseSummary> summaries(DataSource pool) throws SQLException {
        Map<Object, TreeMap<LocalDate, BigDecimal>> days = new HashMap<>();
        ZoneId zone = ZoneId.of("America/Argentina/Buenos_Aires");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('crm.tenant', 'clinica-norte', true)");
            try (ResultSet rows = statement.executeQuery(
                    "select contact_id, at, amount from crm_sale where tenant_id = 'clinica-norte' and kind = 0")) {
                while (rows.next()) {
                    LocalDate day =
                            rows.getTimestamp(2).toInstant().atZone(zone).toLocalDate();
                    days.computeIfAbsent(rows.getObject(1), contact -> new TreeMap<>())
                            .merge(day, rows.getBigDecimal(3), BigDecimal::add);
                }
            }
            connection.rollback();
        }
        LocalDate today = FiguresData.NOW.atZone(zone).toLocalDate();
        List<PurchaseSummary> summaries = new ArrayList<>();
        days.values().forEach(each -> PurchaseSummary.of(each, today).ifPresent(summaries::add));
        return summaries;
    }

    private static double misfit(double[] place, List<PurchaseSummary> all) {
        BuyingModel model = new BuyingModel(
                BuyingModel.Kind.MBG_NBD,
                Math.exp(place[0]),
                Math.exp(place[1]),
                Math.exp(place[2]),
                Math.exp(place[3]));
        return -all.stream().mapToDouble(model::logLikelihood).sum();
    }

    /** As it is printed in textbooks: reflect, expand, contract, shrink. */
    private static double plain(List<PurchaseSummary> all) {
        double[][] simplex = new double[5][4];
        double[] value = new double[5];
        for (int i = 0; i < 5; i++) {
            if (i > 0) {
                simplex[i][i - 1] = 1;
            }
            value[i] = misfit(simplex[i], all);
        }
        for (int step = 0; step < STEPS; step++) {
            order(simplex, value);
            if (Math.abs(value[4] - value[0]) < 1e-6 * Math.abs(value[0])) {
                break;
            }
            double[] centre = new double[4];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    centre[j] += simplex[i][j] / 4;
                }
            }
            double[] reflected = along(centre, simplex[4], 1);
            double there = misfit(reflected, all);
            double[] next = there < value[0] ? along(centre, simplex[4], 2) : along(centre, simplex[4], -0.5);
            double farther = there < value[0] || there >= value[3] ? misfit(next, all) : Double.MAX_VALUE;
            if (farther < Math.min(there, value[4])) {
                replace(simplex, value, next, farther);
            } else if (there < value[4]) {
                replace(simplex, value, reflected, there);
            } else {
                for (int i = 1; i < 5; i++) {
                    simplex[i] = along(simplex[0], simplex[i], -0.5);
                    value[i] = misfit(simplex[i], all);
                }
            }
        }
        order(simplex, value);
        return value[0];
    }

    private static void replace(double[][] simplex, double[] value, double[] by, double worth) {
        simplex[4] = by;
        value[4] = worth;
    }

    /** From the centre away from a place, so many times as far. */
    private static double[] along(double[] centre, double[] from, double times) {
        double[] place = new double[4];
        for (int j = 0; j < 4; j++) {
            place[j] = centre[j] + times * (centre[j] - from[j]);
        }
        return place;
    }

    private static void order(double[][] simplex, double[] value) {
        for (int i = 1; i < 5; i++) {
            for (int j = i; j > 0 && value[j] < value[j - 1]; j--) {
                double[] place = simplex[j];
                simplex[j] = simplex[j - 1];
                simplex[j - 1] = place;
                double worth = value[j];
                value[j] = value[j - 1];
                value[j - 1] = worth;
            }
        }
    }
}
