package io.crmkit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crmkit.contact.ContactId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read off the days on which customers bought. */
class CustomersTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);

    private static Customer customer(int id, Map<LocalDate, Integer> days) {
        TreeMap<LocalDate, BigDecimal> amounts = new TreeMap<>();
        days.forEach((day, amount) -> amounts.put(day, BigDecimal.valueOf(amount)));
        return new Customer(new ContactId(new UUID(0, id)), amounts);
    }

    private static final Customer FAITHFUL = customer(
            1, Map.of(JANUARY, 10, JANUARY.plusDays(1), 20, JANUARY.plusMonths(1), 30, JANUARY.plusMonths(2), 40));
    private static final Customer GONE = customer(2, Map.of(JANUARY, 5));
    private static final Customer BACK = customer(3, Map.of(JANUARY, 5, JANUARY.plusMonths(2), 5));
    private static final Customer LATER = customer(4, Map.of(JANUARY.plusMonths(1), 7));

    @Test
    void theFirstDayIsNoRepeatAndNoPartOfWhatIsSpent() {
        PurchaseSummary summary =
                PurchaseSummary.of(FAITHFUL.days(), JANUARY.plusMonths(1)).orElseThrow();
        assertThat(summary.repeats()).isEqualTo(2);
        assertThat(summary.spend()).isEqualTo(25);
        assertThat(summary.recency()).isEqualTo(31 / 7.0);
        assertThat(summary.silence()).isZero();
        assertThat(PurchaseSummary.of(LATER.days(), JANUARY)).isEmpty();
        assertThat(PurchaseSummary.of(GONE.days(), JANUARY)).hasValue(new PurchaseSummary(0, 0, 0, 0));
    }

    @Test
    void aCohortIsWhoBoughtFirstInAMonth() {
        Cohorts cohorts = Cohorts.of(List.of(FAITHFUL, GONE, BACK, LATER).stream(), YearMonth.of(2026, 3));
        assertThat(cohorts.cells()).extracting(Cohorts.Cell::size).containsExactly(3, 3, 3, 1, 1);
        assertThat(cohorts.cells()).extracting(Cohorts.Cell::active).containsExactly(3, 1, 2, 1, 0);
        assertThat(cohorts.cells()).extracting(Cohorts.Cell::days).containsExactly(4, 1, 2, 1, 0);
        assertThat(cohorts.cells())
                .extracting(cell -> cell.cumulative().intValue())
                .containsExactly(40, 70, 115, 7, 7);
        assertThat(cohorts.cells().get(2).retention()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void retentionIsToldInBothDefinitions() {
        List<Retention> months = Retention.of(
                List.of(FAITHFUL, GONE, BACK, LATER).stream(), LocalDate.of(2026, 2, 1), Period.ofMonths(1), 2);
        Retention march = months.get(1);
        assertThat(months.get(0))
                .isEqualTo(new Retention(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), 3, 2, 1, 1));
        assertThat(march.before()).isEqualTo(2);
        assertThat(march.retained()).isEqualTo(1);
        assertThat(march.reactivated()).isEqualTo(1);
        assertThat(march.ofPrevious()).hasValue(0.5);
        assertThat(march.classic()).hasValue(1);
    }

    @Test
    void aPeriodAfterNoneHasNoRetention() {
        Retention first = Retention.of(List.of(GONE).stream(), LocalDate.of(2026, 1, 1), Period.ofMonths(1), 1)
                .get(0);
        assertThat(first.ofPrevious()).isEmpty();
        assertThat(first.classic()).isEmpty();
    }

    @Test
    void whoIsOverdueIsToldByTheirOwnGaps() {
        ChurnRisk risk = ChurnRisk.of(FAITHFUL, JANUARY.plusMonths(2).plusDays(56), 60, 1);
        assertThat(risk.silentDays()).isEqualTo(56);
        assertThat(risk.atRisk()).isFalse();
        assertThat(risk.overdue()).hasValue(2);
        assertThat(ChurnRisk.of(BACK, JANUARY.plusMonths(2).plusDays(60), 60, 1).atRisk())
                .isTrue();
        assertThat(ChurnRisk.of(BACK, JANUARY.plusMonths(2).plusDays(60), 60, 1).overdue())
                .isEmpty();
    }

    @Test
    void theModelIsTrustedOnlyIfItToldBetterThanSilenceInTheTenantsOwnPast() {
        List<Customer> customers = new ArrayList<>();
        Random random = new Random(3);
        for (int id = 0; id < 600; id++) {
            TreeMap<LocalDate, Integer> days = new TreeMap<>();
            int gap = 3 + random.nextInt(40);
            int last = random.nextInt(3) == 0 ? 30 + random.nextInt(100) : 360;
            for (int day = random.nextInt(60); day < last; day += 1 + random.nextInt(2 * gap)) {
                days.put(JANUARY.plusDays(day), 10);
            }
            if (!days.isEmpty()) {
                customers.add(customer(id, days));
            }
        }
        ChurnScore score = ChurnScore.of(customers, JANUARY.plusDays(360), 8);
        ChurnScore.Trial trial = score.trial().orElseThrow();
        assertThat(trial.ofSilence()).isGreaterThan(0.6);
        assertThat(score.byModel()).isEqualTo(trial.ofModel() >= trial.ofSilence());
        PurchaseSummary lately = new PurchaseSummary(10, 40, 40, 10);
        PurchaseSummary longAgo = new PurchaseSummary(10, 10, 40, 10);
        assertThat(score.of(longAgo)).isGreaterThan(score.of(lately));
    }

    @Test
    void withTooFewCustomersSilenceIsTheScore() {
        ChurnScore score = ChurnScore.of(List.of(FAITHFUL, GONE), JANUARY.plusMonths(4), 8);
        assertThat(score.byModel()).isFalse();
        assertThat(score.model()).isEmpty();
        assertThat(score.of(new PurchaseSummary(0, 0, 9, 0))).isEqualTo(9);
    }

    @Test
    void aRankingCountsEqualScoresHalf() {
        assertThat(Ranking.auc(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true}))
                .isEqualTo(1);
        assertThat(Ranking.auc(new double[] {1, 1, 1, 1}, new boolean[] {false, false, true, true}))
                .isEqualTo(0.5);
        assertThat(Ranking.auc(new double[] {4, 3, 2, 1}, new boolean[] {false, false, true, true}))
                .isZero();
    }
}
