package io.crmkit.example.spring;

import io.crmkit.analytics.Churn;
import io.crmkit.analytics.Cohorts;
import io.crmkit.analytics.Credit;
import io.crmkit.analytics.Forecast;
import io.crmkit.analytics.Retention;
import io.crmkit.analytics.Takings;
import io.crmkit.analytics.Worth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Figures as they are answered. */
final class Figures {
    private Figures() {}

    static Object of(Worth worth) {
        return object(
                "currency", worth.currency(),
                "customers", worth.customers(),
                "total", worth.total(),
                "average", worth.average(),
                "median", worth.median(),
                "best",
                        worth.best().stream()
                                .map(each -> object(
                                        "contactId", each.contact().toString(),
                                        "value", each.value(),
                                        "days", each.days()))
                                .toList());
    }

    /** A model says nothing of few customers. */
    static Object of(Optional<Forecast> forecast) {
        return forecast.map(said -> object(
                        "enough", true,
                        "asOf", said.asOf(),
                        "months", said.months(),
                        "total", said.total(),
                        "best",
                                said.best().stream()
                                        .map(each -> object(
                                                "contactId", each.contact().toString(), "value", each.value()))
                                        .toList()))
                .orElseGet(() -> object("enough", false));
    }

    static Object of(Churn churn) {
        return object(
                "asOf", churn.asOf(),
                "customers", churn.customers(),
                "atRisk", churn.atRisk(),
                "byModel", churn.score().byModel(),
                "likeliest",
                        churn.likeliest().stream()
                                .map(each -> object(
                                        "contactId", each.contact().toString(),
                                        "silentDays", each.risk().silentDays(),
                                        "atRisk", each.risk().atRisk(),
                                        "overdue", number(each.risk().overdue()),
                                        "score", each.risk().score()))
                                .toList());
    }

    static Object of(Cohorts cohorts) {
        return object(
                "cells",
                cohorts.cells().stream()
                        .map(cell -> object(
                                "cohort", cell.cohort().toString(),
                                "offset", cell.offset(),
                                "size", cell.size(),
                                "active", cell.active(),
                                "retention", cell.retention(),
                                "revenue", cell.revenue(),
                                "cumulative", cell.cumulative()))
                        .toList());
    }

    static Object of(List<Retention> periods) {
        return object(
                "periods",
                periods.stream()
                        .map(period -> object(
                                "from", period.from(),
                                "to", period.to(),
                                "before", period.before(),
                                "active", period.active(),
                                "fresh", period.fresh(),
                                "retained", period.retained(),
                                "reactivated", period.reactivated(),
                                "classic", number(period.classic()),
                                "ofPrevious", number(period.ofPrevious())))
                        .toList());
    }

    static Object of(Credit credit) {
        return object(
                "currency", credit.currency(),
                "sales", credit.sales(),
                "bySource", credit.bySource(),
                "unattributed", credit.unattributed(),
                "total", credit.total());
    }

    static Object of(Takings takings) {
        Map<String, Object> days = new LinkedHashMap<>();
        takings.days().forEach((day, sum) -> days.put(day.name().toLowerCase(Locale.ROOT), sum));
        return object(
                "currency", takings.currency(),
                "services", takings.services(),
                "staff", takings.staff(),
                "days", days,
                "hours", takings.hours());
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
