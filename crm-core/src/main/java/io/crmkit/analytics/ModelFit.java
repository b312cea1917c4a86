package io.crmkit.analytics;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Models fitted to customers by the greatest likelihood. Customers who bought alike are looked at once.
 *
 * @param customers how many it was fitted to
 * @since 0.1
 */
public record ModelFit<M>(M model, double logLikelihood, int customers) {
    /** Below so many customers a model says nothing. */
    public static final int CUSTOMERS = 200;

    /** Below so many customers who bought again a model says nothing. */
    public static final int REPEATERS = 50;

    /** Of more customers evenly many are looked at: a parameter's error is far below what it is used for. */
    static final int MOST = 50_000;

    private static final int FIRST_LOOK = 2_000;

    /** How often they buy; empty below {@link #CUSTOMERS} or {@link #REPEATERS}. */
    public static Optional<ModelFit<BuyingModel>> buying(BuyingModel.Kind kind, Collection<PurchaseSummary> customers) {
        if (tooFew(customers)) {
            return Optional.empty();
        }
        List<PurchaseSummary> sample = some(List.copyOf(customers), MOST);
        double scale =
                sample.stream().mapToDouble(PurchaseSummary::age).average().orElse(1) / 10;
        ToDoubleFunction<double[]> all = misfit(kind, sample);
        ToDoubleFunction<double[]> some = misfit(kind, some(sample, FIRST_LOOK));
        double[] start = Stream.of(0.3, 1.0, 3.0)
                .map(r -> NelderMead.least(some, Math.log(r), Math.log(scale * r * 4), 0, 0.5))
                .min(Comparator.comparingDouble(NelderMead.Vertex::value))
                .orElseThrow()
                .place();
        NelderMead.Vertex best = NelderMead.near(all, start);
        return Optional.of(new ModelFit<>(buying(kind, best.place()), -best.value(), sample.size()));
    }

    /** What they spend; empty below {@link #CUSTOMERS} or {@link #REPEATERS}. */
    public static Optional<ModelFit<SpendModel>> spending(Collection<PurchaseSummary> customers) {
        List<PurchaseSummary> spenders = customers.stream()
                .filter(each -> each.repeats() > 0 && each.spend() > 0)
                .toList();
        if (customers.size() < CUSTOMERS || spenders.size() < REPEATERS) {
            return Optional.empty();
        }
        List<PurchaseSummary> sample = some(spenders, MOST);
        double mean =
                sample.stream().mapToDouble(PurchaseSummary::spend).average().orElse(1);
        double[] start = NelderMead.least(
                        misfit(some(sample, FIRST_LOOK)), Math.log(5), Math.log(4), Math.log(mean / 2))
                .place();
        NelderMead.Vertex best = NelderMead.near(misfit(sample), start);
        return Optional.of(new ModelFit<>(spending(best.place()), -best.value(), sample.size()));
    }

    private static boolean tooFew(Collection<PurchaseSummary> customers) {
        return customers.size() < CUSTOMERS
                || customers.stream().filter(each -> each.repeats() > 0).count() < REPEATERS;
    }

    private static ToDoubleFunction<double[]> misfit(BuyingModel.Kind kind, List<PurchaseSummary> customers) {
        Map<PurchaseSummary, Integer> alike = new HashMap<>();
        for (PurchaseSummary each : customers) {
            alike.merge(new PurchaseSummary(each.repeats(), each.recency(), each.age(), 0), 1, Integer::sum);
        }
        return place -> {
            BuyingModel model = buying(kind, place);
            double sum = 0;
            for (Map.Entry<PurchaseSummary, Integer> each : alike.entrySet()) {
                sum += each.getValue() * model.logLikelihood(each.getKey());
            }
            return -sum;
        };
    }

    private static ToDoubleFunction<double[]> misfit(List<PurchaseSummary> spenders) {
        return place -> {
            SpendModel model = spending(place);
            return -spenders.stream().mapToDouble(model::logLikelihood).sum();
        };
    }

    private static BuyingModel buying(BuyingModel.Kind kind, double[] place) {
        return new BuyingModel(kind, positive(place[0]), positive(place[1]), positive(place[2]), positive(place[3]));
    }

    private static SpendModel spending(double[] place) {
        return new SpendModel(positive(place[0]), positive(place[1]), positive(place[2]));
    }

    /** Parameters are looked for by their logarithms, so that they stay positive. */
    private static double positive(double logarithm) {
        return Math.exp(Math.max(-20, Math.min(20, logarithm)));
    }

    private static List<PurchaseSummary> some(List<PurchaseSummary> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        double step = (double) all.size() / most;
        return Stream.iterate(0, i -> i < most, i -> i + 1)
                .map(i -> all.get((int) (i * step)))
                .toList();
    }
}
