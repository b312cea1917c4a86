package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;

import io.crmkit.analytics.Attribution;
import io.crmkit.privacy.Action;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Rows of the matrix: figures over all contacts. */
final class Figures {
    static final List<UseCase> ALL = List.of(
            of(
                    "Analytics.worth(int)",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics().worth(9)),
            of(
                    "Analytics.forecast(int,int)",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics().forecast(12, 9)),
            of(
                    "Analytics.churn(int,int)",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics().churn(8, 9)),
            of(
                    "Analytics.cohorts()",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics().cohorts()),
            of(
                    "Analytics.retention(LocalDate,Period,int)",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics().retention(LocalDate.of(2026, 3, 1), Period.ofMonths(1), 1)),
            of(
                    "Analytics.credit(Attribution,LocalDate,LocalDate)",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics()
                            .credit(
                                    Attribution.by(Attribution.Model.LINEAR),
                                    LocalDate.of(2026, 3, 1),
                                    LocalDate.of(2026, 3, 31))),
            of(
                    "Analytics.takings(LocalDate,LocalDate)",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics().takings(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31))),
            of(
                    "Analytics.operations(LocalDate,Period,int)",
                    Action.VIEW_FIGURES,
                    (s, at) -> s.analytics().operations(LocalDate.of(2026, 3, 1), Period.ofMonths(1), 1)));

    private Figures() {}
}
