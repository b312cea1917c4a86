package io.crmkit.export.pdf;

import io.crmkit.analytics.Analytics;
import io.crmkit.analytics.Attribution;
import io.crmkit.analytics.Basis;
import io.crmkit.analytics.Churn;
import io.crmkit.analytics.Cohorts;
import io.crmkit.analytics.Credit;
import io.crmkit.analytics.Forecast;
import io.crmkit.analytics.Operations;
import io.crmkit.analytics.Retention;
import io.crmkit.analytics.Takings;
import io.crmkit.analytics.Worth;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * The owner's figures as of a day.
 *
 * @param months how customers came back, the last 12
 * @param takings what was done in the last 12 months
 * @param desk how those who wrote were answered, the last 6 months
 */
record Figures(
        Worth worth,
        Optional<Forecast> forecast,
        List<Retention> months,
        Cohorts cohorts,
        Churn churn,
        Credit credit,
        Takings takings,
        List<Operations> desk) {
    static final int NAMED = 8;
    static final int WEEKS = 8;

    /** By payments or by visits and orders, whichever tells of more customers. */
    static Figures of(Analytics analytics, LocalDate today) {
        Analytics earned = analytics.by(Basis.EARNED);
        Worth paid = analytics.worth(NAMED);
        Analytics books = earned.worth(0).customers() > paid.customers() ? earned : analytics;
        LocalDate month = today.withDayOfMonth(1);
        Period one = Period.ofMonths(1);
        return new Figures(
                books == analytics ? paid : books.worth(NAMED),
                books.forecast(12, NAMED),
                books.retention(month.minusMonths(11), one, 12),
                books.cohorts(),
                books.churn(WEEKS, NAMED),
                books.credit(Attribution.by(Attribution.Model.LAST_TOUCH), today.minusYears(1), today),
                analytics.takings(today.minusYears(1), today),
                analytics.operations(month.minusMonths(5), one, 6));
    }
}
