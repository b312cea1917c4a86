package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;

import io.crmkit.CrmSession;
import io.crmkit.privacy.Action;
import io.crmkit.report.Carrier;
import io.crmkit.report.Contents;
import io.crmkit.report.Report;
import io.crmkit.report.ReportWriter;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalTime;
import java.util.List;

/** Rows of the matrix: reports that come by themselves. */
final class Reporting {
    static final Report LIST = new Report(
            "list",
            "List",
            new Schedule.Daily(LocalTime.NOON),
            new Contents.Everything(ContactQuery.of(Criterion.EVERYBODY)),
            Report.Format.CSV,
            new Report.Destination("nowhere", List.of()));

    static final Carrier NOWHERE = what -> name -> {
        throw new IOException("Nowhere");
    };

    /** Promises everything. */
    static final ReportWriter WRITER = new ReportWriter() {
        @Override
        public boolean writes(Contents contents, Report.Format format) {
            return true;
        }

        @Override
        public Written write(CrmSession session, Order order, OutputStream to) throws IOException {
            throw new IOException("Nothing");
        }
    };

    static final List<UseCase> ALL = List.of(
            of("Reports.all()", Action.VIEW_REPORTS, (s, at) -> s.reports().all()),
            of(
                    "Reports.save(Report)",
                    Action.PLAN_REPORT,
                    (s, at) -> s.reports().save(LIST)),
            of(
                    "Reports.remove(String)",
                    Action.PLAN_REPORT,
                    (s, at) -> s.reports().remove("list")),
            of(
                    "Reports.runs(String,int)",
                    Action.VIEW_REPORTS,
                    (s, at) -> s.reports().runs("list", 10)));

    private Reporting() {}
}
