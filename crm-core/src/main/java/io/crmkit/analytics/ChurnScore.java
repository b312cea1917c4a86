package io.crmkit.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * By what customers are ranked who may have left: by the model of how they buy, if it told better than the days since the
 * last purchase who came back in the tenant's own past, else by those days.
 *
 * @param horizonWeeks who does not buy in so many weeks has left
 * @param model fitted to everything until the day the score is of; empty where there is too little
 * @param trial how both would have done a horizon ago; empty where there is too little
 * @since 0.1
 */
public record ChurnScore(int horizonWeeks, Optional<ModelFit<BuyingModel>> model, Optional<Trial> trial) {
    /**
     * Scores given a horizon ago, held against who bought since. Each figure is how likely it is that one who came back is
     * ranked above one who did not: 0.5 is chance.
     *
     * @param customers how many were ranked
     * @param ofModel of the purchases the model expected
     * @param ofSilence of the days since the last purchase
     */
    public record Trial(LocalDate asOf, int customers, double ofModel, double ofSilence) {}

    /** Whether customers are ranked by the model. */
    public boolean byModel() {
        return model.isPresent()
                && trial.filter(each -> each.ofModel() >= each.ofSilence()).isPresent();
    }

    /** @param customers every customer of the tenant */
    public static ChurnScore of(List<Customer> customers, LocalDate asOf, int horizonWeeks) {
        return new ChurnScore(
                horizonWeeks,
                ModelFit.buying(BuyingModel.Kind.MBG_NBD, summaries(customers, asOf)),
                trial(customers, asOf, horizonWeeks));
    }

    /** The higher the likelier to have left. */
    public double of(PurchaseSummary customer) {
        return byModel() ? -model.orElseThrow().model().expected(customer, horizonWeeks) : customer.silence();
    }

    private static Optional<Trial> trial(List<Customer> customers, LocalDate asOf, int horizonWeeks) {
        LocalDate then = asOf.minusWeeks(horizonWeeks);
        List<PurchaseSummary> known = new ArrayList<>();
        List<Boolean> back = new ArrayList<>();
        for (Customer customer : customers) {
            PurchaseSummary.of(customer.days(), then).ifPresent(summary -> {
                known.add(summary);
                back.add(!customer.days()
                        .subMap(then.plusDays(1), asOf.plusDays(1))
                        .isEmpty());
            });
        }
        if (back.stream().distinct().count() < 2) {
            return Optional.empty();
        }
        return ModelFit.buying(BuyingModel.Kind.MBG_NBD, known)
                .map(fit -> new Trial(
                        then,
                        known.size(),
                        auc(known, back, each -> fit.model().expected(each, horizonWeeks)),
                        auc(known, back, each -> -each.silence())));
    }

    private static double auc(
            List<PurchaseSummary> known, List<Boolean> back, ToDoubleFunction<PurchaseSummary> score) {
        boolean[] cameTrue = new boolean[back.size()];
        for (int i = 0; i < cameTrue.length; i++) {
            cameTrue[i] = back.get(i);
        }
        return Ranking.auc(known.stream().mapToDouble(score).toArray(), cameTrue);
    }

    private static List<PurchaseSummary> summaries(List<Customer> customers, LocalDate asOf) {
        return customers.stream()
                .flatMap(each -> PurchaseSummary.of(each.days(), asOf).stream())
                .toList();
    }
}
