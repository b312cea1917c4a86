package io.crmkit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crmkit.analytics.BuyingModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Models come back out of customers who buy as they say. */
class ModelFitTest {
    private final Random random = new Random(11);

    /** Somebody with a rate and a probability of their own, who buys until they stop or a year is over. */
    private PurchaseSummary customer(double rate, double stops) {
        double age = 26 + random.nextInt(26);
        double at = 0;
        int repeats = 0;
        double last = 0;
        while (random.nextDouble() >= stops) {
            at += -Math.log(1 - random.nextDouble()) / rate;
            if (at > age) {
                break;
            }
            repeats++;
            last = at;
        }
        return new PurchaseSummary(repeats, last, age, repeats == 0 ? 0 : 100);
    }

    private List<PurchaseSummary> customers(int many) {
        List<PurchaseSummary> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            // A gamma distribution of shape 2 and a beta distribution of (1, 3), by sums and by inversion.
            double rate = -Math.log((1 - random.nextDouble()) * (1 - random.nextDouble())) / 10;
            all.add(customer(rate, 1 - Math.pow(1 - random.nextDouble(), 1.0 / 3)));
        }
        return all;
    }

    @Test
    void whoBuysByAModelIsFoundToBuyByIt() {
        List<PurchaseSummary> all = customers(4_000);
        ModelFit<BuyingModel> fit = ModelFit.buying(Kind.MBG_NBD, all).orElseThrow();
        assertThat(fit.customers()).isEqualTo(4_000);
        assertThat(fit.model().r() / fit.model().alpha()).isCloseTo(0.2, within(0.02));
        assertThat(fit.model().a() / (fit.model().a() + fit.model().b())).isCloseTo(0.25, within(0.03));
        BuyingModel truth = new BuyingModel(Kind.MBG_NBD, 2, 10, 1, 3);
        double ofTruth = all.stream().mapToDouble(truth::logLikelihood).sum();
        assertThat(fit.logLikelihood()).isGreaterThan(ofTruth).isCloseTo(ofTruth, within(10.0));
    }

    @Test
    void tooFewCustomersSayNothing() {
        assertThat(ModelFit.buying(Kind.MBG_NBD, customers(ModelFit.CUSTOMERS - 1)))
                .isEmpty();
        assertThat(ModelFit.spending(customers(ModelFit.CUSTOMERS - 1))).isEmpty();
        List<PurchaseSummary> once = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            once.add(new PurchaseSummary(i < ModelFit.REPEATERS - 1 ? 1 : 0, 0, 20, 10));
        }
        assertThat(ModelFit.buying(Kind.BG_NBD, once)).isEmpty();
        assertThat(ModelFit.spending(once)).isEmpty();
    }
}
