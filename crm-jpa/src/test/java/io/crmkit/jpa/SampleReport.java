package io.crmkit.jpa;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.Tag;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.PlannedReport;
import io.crmkit.report.Report;
import io.crmkit.report.ReportRun;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.TenantId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** A planned report of the clinic that was made once. */
final class SampleReport {
    static final PlannedReport PLANNED = new PlannedReport(
            new Report(
                    "vips",
                    "Our best",
                    new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 30)),
                    new Contents.Table(
                            ContactQuery.of(Criterion.tagged(Tag.of("vip"))),
                            List.of(Column.of(Column.Kind.NAME), Column.attribute("points")),
                            Column.of(Column.Kind.STATUS)),
                    Report.Format.PDF,
                    new Report.Destination("mail", List.of("owner@clinic.example"))),
            Actor.person(TenantId.of("clinica-norte"), "owner", Role.OWNER, Role.AGENT),
            Clinic.MONDAY);

    private SampleReport() {}

    static PlannedReport keep(UnitOfWork work) {
        work.reports().save(PLANNED);
        work.reports()
                .note(
                        work.reports().id("vips"),
                        new ReportRun(
                                Clinic.MONDAY, ReportRun.State.DELIVERED, 0, 1, null, Clinic.MONDAY, 3, 99, null));
        return PLANNED;
    }
}
