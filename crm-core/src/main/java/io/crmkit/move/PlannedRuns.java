package io.crmkit.move;

import io.crmkit.report.Report;
import io.crmkit.report.ReportRun;
import java.time.Instant;
import java.util.List;

/**
 * A report that is planned, and what became of it. In whose name it is made is not told: elsewhere it is made in the name
 * of whoever takes it over, with no more rights than that.
 *
 * @param nextAt when it is made next
 * @param runs the newest first
 * @since 0.1
 */
public record PlannedRuns(Report report, Instant nextAt, List<ReportRun> runs) {
    public PlannedRuns {
        runs = List.copyOf(runs);
    }
}
