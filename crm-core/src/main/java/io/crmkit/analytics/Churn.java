package io.crmkit.analytics;

import io.crmkit.contact.ContactId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Who may have left, as of a day.
 *
 * @param score by what they are ranked, and how that did in the past
 * @param customers how many had bought something by then
 * @param atRisk how many of them the rule calls at risk
 * @param likeliest those likeliest to have left, the likeliest first
 * @since 0.1
 */
public record Churn(LocalDate asOf, ChurnScore score, int customers, int atRisk, List<OfContact> likeliest) {
    public Churn {
        likeliest = List.copyOf(likeliest);
    }

    /** How much one contact looks like one who has left. */
    public record OfContact(ContactId contact, ChurnRisk risk) {}

    static Churn of(List<Customer> customers, LocalDate asOf, int horizonWeeks, int atRiskAfter, int likeliest) {
        ChurnScore score = ChurnScore.of(customers, asOf, horizonWeeks);
        List<OfContact> all = customers.stream()
                .flatMap(each -> PurchaseSummary.of(each.days(), asOf).stream()
                        .map(summary -> new OfContact(
                                each.contact(), ChurnRisk.of(each, asOf, atRiskAfter, score.of(summary)))))
                .sorted(Comparator.comparingDouble(
                                (OfContact each) -> each.risk().score())
                        .reversed())
                .toList();
        return new Churn(
                asOf,
                score,
                all.size(),
                (int) all.stream().filter(each -> each.risk().atRisk()).count(),
                all.subList(0, Math.min(likeliest, all.size())));
    }
}
