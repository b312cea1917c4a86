package io.crmkit.analytics;

import io.crmkit.contact.ContactId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What customers are expected to bring in the months after a day, by models fitted to all that was bought until then.
 *
 * @param months how far it looks
 * @param total of all customers, discounted
 * @param best those expected to bring most, the most first
 * @since 0.1
 */
public record Forecast(
        LocalDate asOf,
        int months,
        double total,
        ModelFit<BuyingModel> buying,
        ModelFit<SpendModel> spending,
        List<OfContact> best) {
    public Forecast {
        best = List.copyOf(best);
    }

    /** What one contact is expected to bring. */
    public record OfContact(ContactId contact, double value) {
        /** Without the amount, which may be personal. */
        @Override
        public String toString() {
            return "OfContact[" + contact + "]";
        }
    }

    /** Empty where there are too few customers for a model. */
    static Optional<Forecast> of(List<Customer> customers, LocalDate asOf, int months, int best) {
        List<Seen> seen = customers.stream()
                .flatMap(each ->
                        PurchaseSummary.of(each.days(), asOf)
                                .map(summary -> new Seen(each.contact(), summary))
                                .stream())
                .toList();
        List<PurchaseSummary> summaries = seen.stream().map(Seen::summary).toList();
        Optional<ModelFit<BuyingModel>> buying = ModelFit.buying(BuyingModel.Kind.MBG_NBD, summaries);
        Optional<ModelFit<SpendModel>> spending = ModelFit.spending(summaries);
        if (buying.isEmpty() || spending.isEmpty()) {
            return Optional.empty();
        }
        LifetimeValue value = new LifetimeValue(
                buying.orElseThrow().model(), spending.orElseThrow().model(), months, 0.01, 1);
        List<OfContact> all = seen.stream()
                .map(each -> new OfContact(each.contact(), value.of(each.summary())))
                .sorted(Comparator.comparingDouble(OfContact::value).reversed())
                .toList();
        return Optional.of(new Forecast(
                asOf,
                months,
                all.stream().mapToDouble(OfContact::value).sum(),
                buying.orElseThrow(),
                spending.orElseThrow(),
                all.subList(0, Math.min(best, all.size()))));
    }

    private record Seen(ContactId contact, PurchaseSummary summary) {}
}
