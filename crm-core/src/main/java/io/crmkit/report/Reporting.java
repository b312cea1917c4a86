package io.crmkit.report;

import java.util.Map;
import java.util.Optional;

/**
 * What the host has for reports.
 *
 * @param writer empty if nobody writes any
 * @param couriers by the names that destinations call them by
 * @since 0.1
 */
public record Reporting(Optional<ReportWriter> writer, Map<String, Courier> couriers) {
    public Reporting {
        couriers = Map.copyOf(couriers);
    }

    ReportWriter writerOf(Report report) {
        return writer.filter(port -> port.writes(report.contents(), report.format()))
                .orElseThrow(() -> new IllegalArgumentException("Nobody writes "
                        + report.contents().getClass().getSimpleName() + " as " + report.format() + " here"));
    }

    Courier courierOf(Report report) {
        Courier courier = couriers.get(report.to().courier());
        if (courier == null) {
            throw new IllegalArgumentException("There is no courier of this name; there are " + couriers.keySet());
        }
        return courier;
    }
}
