package io.crmkit.spring;

import io.crmkit.ai.Rejected.Reason;
import io.crmkit.insight.Rejections;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;

/** What is measured without being asked for: how far due work is behind, and what extractors were not believed. */
final class CrmMeters implements MeterBinder {
    private final Rejections rejections;
    private final Overdue overdue;

    CrmMeters(Rejections rejections, Overdue overdue) {
        this.rejections = rejections;
        this.overdue = overdue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("crm.due.behind", overdue, late -> late.now().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long the oldest due work has been waiting")
                .register(registry);
        for (Reason reason : Reason.values()) {
            FunctionCounter.builder("crm.extraction.rejected", rejections, all -> all.count(reason))
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .description("Facts that extractors gave and that were not believed")
                    .register(registry);
        }
    }
}
