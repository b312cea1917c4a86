package io.crmkit.report;

import java.util.Map;
import java.util.Optional;

/**
 * What the host has for reports.
 *
 * @param writer empty if nobody writes any
 * @param carriers by the names that destinations call them by
 * @since 0.1
 */
public record Reporting(Optional<ReportWriter> writer, Map<String, Carrier> carriers) {
    public Reporting {
        carriers = Map.copyOf(carriers);
    }

    ReportWriter writerOf(Report report) {
        return writer.filter(port -> port.writes(report.contents(), report.format()))
                .orElseThrow(() -> new IllegalArgumentException("Nobody writes "
                        + report.contents().getClass().getSimpleName() + " as " + report.format() + " here"));
    }

    Carrier carrierOf(Report report) {
        Carrier carrier = carriers.get(report.to().carrier());
        if (carrier == null) {
            throw new IllegalArgumentException("There is no carrier of this name; there are " + carriers.keySet());
        }
        return carrier;
    }
}
