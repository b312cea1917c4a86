package io.crmkit.benchmarks.analytics;

import io.crmkit.analytics.BuyingModel;
import io.crmkit.analytics.ChurnScore;
import io.crmkit.analytics.Cohorts;
import io.crmkit.analytics.LifetimeValue;
import io.crmkit.analytics.ModelFit;
import io.crmkit.analytics.PurchaseSummary;
import io.crmkit.analytics.Retention;
import io.crmkit.analytics.SpendModel;
import java.io.IOException;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command {@code analytics}: the figures of the CDNOW sample beside those published of it, each with its tolerance.
 * Published parameters: Fader, Hardie and Lee (2005), BTYDplus, and Hardie's note 025.
 */
public final class AnalyticsEvaluation {
    /** Where the data lie, beside the checkout. */
    public static final Path SHARED = Path.of("..", "shared", "evaluation", "analytics");

    private final Path folder;
    private final Cdnow sample;
    private final Verdicts verdicts;

    private AnalyticsEvaluation(Path folder, PrintStream out) throws IOException {
        this.folder = folder;
        sample = Cdnow.read(folder);
        verdicts = new Verdicts(out);
    }

    /**
     * Reads, computes and prints.
     *
     * @return whether every figure is within its tolerance; also if the data are not there, which a notice says
     */
    public static boolean run(Path folder, PrintStream out) throws IOException {
        if (!Files.isRegularFile(folder.resolve("CDNOW_sample.txt"))) {
            out.println("Skipped: there is no CDNOW_sample.txt in " + folder);
            return true;
        }
        AnalyticsEvaluation evaluation = new AnalyticsEvaluation(folder, out);
        List<PurchaseSummary> summaries = evaluation.summaries();
        evaluation.models(summaries);
        evaluation.churn();
        evaluation.cohorts();
        evaluation.retention();
        AttributionCases.read(folder).hold(evaluation.verdicts);
        return evaluation.verdicts.allHold();
    }

    private List<PurchaseSummary> summaries() throws IOException {
        List<PurchaseSummary> summaries = sample.customers().stream()
                .map(each -> PurchaseSummary.of(each.days(), Cdnow.CALIBRATED).orElseThrow())
                .toList();
        List<String> expected = Files.readAllLines(folder.resolve("cdnow_customers_summary_with_transactions.csv"));
        int differ = 0;
        for (int i = 0; i < summaries.size(); i++) {
            PurchaseSummary is = summaries.get(i);
            String[] cells = expected.get(i + 1).split(",", -1);
            boolean same = is.repeats() == Integer.parseInt(cells[1])
                    && Math.abs(is.recency() - Double.parseDouble(cells[2])) < 0.011
                    && Math.abs(is.age() - Double.parseDouble(cells[3])) < 0.011
                    && Math.abs(is.spend() - Double.parseDouble(cells[4])) < 0.011;
            differ += same ? 0 : 1;
        }
        verdicts.exact("customers of 2,357 whose summary differs", differ, 0);
        return summaries;
    }

    private void models(List<PurchaseSummary> summaries) {
        ModelFit<BuyingModel> bg =
                ModelFit.buying(BuyingModel.Kind.BG_NBD, summaries).orElseThrow();
        verdicts.near("BG/NBD r", bg.model().r(), 0.243, 0.01);
        verdicts.near("BG/NBD alpha", bg.model().alpha(), 4.414, 0.01);
        verdicts.near("BG/NBD a", bg.model().a(), 0.793, 0.01);
        verdicts.near("BG/NBD b", bg.model().b(), 2.426, 0.01);
        verdicts.near("BG/NBD log-likelihood", bg.logLikelihood(), -9582.4256, 0.01);
        ModelFit<BuyingModel> mbg =
                ModelFit.buying(BuyingModel.Kind.MBG_NBD, summaries).orElseThrow();
        verdicts.near("MBG/NBD r", mbg.model().r(), 0.525, 0.01);
        verdicts.near("MBG/NBD alpha", mbg.model().alpha(), 6.183, 0.01);
        verdicts.near("MBG/NBD a", mbg.model().a(), 0.891, 0.01);
        verdicts.near("MBG/NBD b", mbg.model().b(), 1.614, 0.01);
        verdicts.near("MBG/NBD log-likelihood", mbg.logLikelihood(), -9582.1327, 0.01);
        ModelFit<SpendModel> spend = ModelFit.spending(summaries).orElseThrow();
        verdicts.near("Gamma-Gamma p", spend.model().p(), 6.25, 0.01);
        verdicts.near("Gamma-Gamma q", spend.model().q(), 3.74, 0.01);
        verdicts.near("Gamma-Gamma v", spend.model().v(), 15.44, 0.01);
        verdicts.near("Gamma-Gamma log-likelihood", spend.logLikelihood(), -4055.9232, 0.01);
        LifetimeValue year = LifetimeValue.ofYear(bg.model(), spend.model());
        double all = summaries.stream().mapToDouble(year::of).sum();
        verdicts.near("value of all in 12 months", all, 71_509.9, 0.005 * 71_509.9);
        verdicts.near("value of the sixth in 12 months", year.of(summaries.get(5)), 283.5236, 0.005 * 283.5236);
        double bought = summaries.stream()
                .mapToDouble(each -> bg.model().expected(each, Cdnow.WEEKS))
                .sum();
        verdicts.near("BG/NBD days bought on in weeks 40-78 (there were 1,882)", bought, 1653.42, 2);
    }

    private void churn() {
        ChurnScore.Trial trial = ChurnScore.of(sample.customers(), Cdnow.END, Cdnow.WEEKS)
                .trial()
                .orElseThrow();
        verdicts.near("AUC of the model, weeks 40-78", trial.ofModel(), 0.7728, 0.001);
        verdicts.near("AUC of days since last, weeks 40-78", trial.ofSilence(), 0.7714, 0.001);
        verdicts.least("AUC of the model less that of days since last", trial.ofModel() - trial.ofSilence(), 0);
    }

    private void cohorts() throws IOException {
        List<String> is = new ArrayList<>();
        is.add("cohort,month_offset,cohort_size,active_customers,retention,transaction_days,revenue");
        for (Cohorts.Cell cell : Cohorts.of(sample.customers().stream(), YearMonth.from(Cdnow.END))
                .cells()) {
            is.add(String.join(
                    ",",
                    cell.cohort().toString(),
                    "" + cell.offset(),
                    "" + cell.size(),
                    "" + cell.active(),
                    String.format(Locale.ROOT, "%.6f", cell.retention()),
                    "" + cell.days(),
                    cell.revenue().setScale(2, RoundingMode.HALF_UP).toString()));
        }
        List<String> expected = Files.readAllLines(folder.resolve("cdnow_cohorts_expected.csv"));
        verdicts.exact("rows of the cohort matrix", is.size(), expected.size());
        expected.removeAll(is);
        verdicts.exact("rows of the cohort matrix that differ", expected.size(), 0);
    }

    private void retention() {
        double[] expected = {0.2223165, 0.4083970, 0.4856459, 0.4851485, 0.4401042};
        List<Retention> quarters =
                Retention.of(sample.customers().stream(), LocalDate.of(1997, 4, 1), Period.ofMonths(3), 5);
        for (int i = 0; i < expected.length; i++) {
            Retention quarter = quarters.get(i);
            verdicts.near(
                    "retention of the quarter from " + quarter.from(),
                    quarter.ofPrevious().orElseThrow(),
                    expected[i],
                    1e-6);
        }
    }
}
