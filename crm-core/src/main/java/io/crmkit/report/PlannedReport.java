package io.crmkit.report;

import io.crmkit.privacy.Actor;
import java.time.Instant;

/**
 * A report that is planned.
 *
 * @param by who planned it: it is made in their name, with the roles they had then, asked for anew each time
 * @param nextAt when it is made next; in the past while that is late or fails
 * @since 0.1
 */
public record PlannedReport(Report report, Actor by, Instant nextAt) {
    PlannedReport at(Instant next) {
        return new PlannedReport(report, by, next);
    }

    /** Without who planned it. */
    @Override
    public String toString() {
        return "PlannedReport[" + report.key() + "]";
    }
}
