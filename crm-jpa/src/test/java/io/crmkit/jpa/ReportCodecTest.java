package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.report.Column;
import io.crmkit.report.Contents;
import io.crmkit.report.PlannedReport;
import io.crmkit.report.Report;
import io.crmkit.report.Schedule;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.testkit.Requirement;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("EXP-4")
class ReportCodecTest {
    private static PlannedReport again(PlannedReport planned) {
        return ReportCodec.decode(ReportCodec.encode(planned), planned.by().tenant(), planned.nextAt());
    }

    private static PlannedReport with(Schedule schedule, Contents contents) {
        Report whole = SampleReport.PLANNED.report();
        Report other = new Report(whole.key(), whole.title(), schedule, contents, Report.Format.JSON, whole.to());
        return new PlannedReport(other, SampleReport.PLANNED.by(), SampleReport.PLANNED.nextAt());
    }

    @Test
    void whatIsPlannedComesBackAsItWas() {
        ContactQuery everybody = ContactQuery.of(Criterion.EVERYBODY).by(ContactQuery.Order.INTERACTIONS);
        Contents table = new Contents.Table(everybody, List.of(Column.of(Column.Kind.TAGS)), null);
        for (PlannedReport planned : List.of(
                SampleReport.PLANNED,
                with(new Schedule.Daily(LocalTime.MIDNIGHT), new Contents.Everything(everybody)),
                with(new Schedule.Monthly(31, LocalTime.of(23, 59, 59)), new Contents.Figures()),
                with(new Schedule.Daily(LocalTime.NOON), table))) {
            assertThat(again(planned)).isEqualTo(planned);
        }
    }
}
