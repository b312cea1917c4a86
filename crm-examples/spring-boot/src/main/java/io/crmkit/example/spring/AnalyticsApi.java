package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.analytics.Analytics;
import io.crmkit.analytics.Attribution;
import io.crmkit.analytics.Basis;
import io.crmkit.interaction.Money;
import io.crmkit.tenant.Tenants;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures over all contacts, who are named by their ids only. Amounts are of payments unless {@code basis=earned}. */
@RestController
@RequestMapping("/api/analytics")
final class AnalyticsApi {
    private static final int NAMED = 10;

    private final InstantSource clock;
    private final Tenants tenants;

    AnalyticsApi(@Qualifier("crmClock") InstantSource clock, Tenants tenants) {
        this.clock = clock;
        this.tenants = tenants;
    }

    @GetMapping("/{figure}")
    Object figure(
            CrmSession session,
            @PathVariable String figure,
            @RequestParam(defaultValue = "paid") String basis,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "last_touch") String model,
            @RequestParam(defaultValue = "12") int months) {
        Analytics analytics = session.analytics().by(Words.word(Basis.class, "basis", basis));
        analytics = currency == null ? analytics : in(analytics, currency);
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), tenants.settings(session.actor().tenant()).zone());
        LocalDate first = day("from", from, today.minusYears(1));
        LocalDate last = day("to", to, today);
        return switch (figure) {
            case "worth" -> Figures.of(analytics.worth(NAMED));
            case "forecast" -> Figures.of(analytics.forecast(months(months), NAMED));
            case "churn" -> Figures.of(analytics.churn(12, NAMED));
            case "cohorts" -> Figures.of(analytics.cohorts());
            case "retention" ->
                Figures.of(analytics.retention(
                        today.withDayOfMonth(1).minusMonths(months(months) - 1L), Period.ofMonths(1), months));
            case "attribution" -> Figures.of(analytics.credit(attribution(model), first, last));
            case "takings" -> Figures.of(analytics.takings(first, last));
            default ->
                throw Refused.notFound("There is no such figure; there are worth, forecast, churn, cohorts,"
                        + " retention, attribution and takings.");
        };
    }

    private static Analytics in(Analytics analytics, String currency) {
        try {
            return analytics.in(new Money(BigDecimal.ZERO, currency).currency());
        } catch (IllegalArgumentException noCurrency) {
            throw Refused.parameter("currency", String.valueOf(noCurrency.getMessage()));
        }
    }

    private static Attribution attribution(String model) {
        return Attribution.by(Words.word(Attribution.Model.class, "model", model));
    }

    private static int months(int months) {
        if (months < 1 || months > 120) {
            throw Refused.parameter("months", "It is 1 to 120.");
        }
        return months;
    }

    private static LocalDate day(String name, @Nullable String text, LocalDate otherwise) {
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw Refused.parameter(name, "It is a day like 2026-03-10.");
        }
    }
}
