package io.crmkit.spring;

import io.crmkit.capture.Outcome;
import io.crmkit.whatsapp.WebhookReply;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/** The counters {@code crm.webhook.events}, one for each thing that can become of an event. */
final class CaptureMeters implements CaptureCounts {
    private final Map<Class<?>, Counter> counters = new HashMap<>();

    CaptureMeters(MeterRegistry registry) {
        for (Class<?> outcome : Outcome.class.getPermittedSubclasses()) {
            counters.put(
                    outcome,
                    Counter.builder("crm.webhook.events")
                            .tag("outcome", outcome.getSimpleName())
                            .description("What became of the events that webhooks brought")
                            .register(registry));
        }
    }

    @Override
    public void add(WebhookReply reply) {
        for (Outcome outcome : reply.outcomes()) {
            Counter counter = counters.get(outcome.getClass());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
