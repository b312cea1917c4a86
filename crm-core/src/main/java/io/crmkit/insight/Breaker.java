package io.crmkit.insight;

import java.time.Duration;
import java.time.Instant;

/** Keeps away for a while from an extractor that failed several times in a row. Thread-safe. */
final class Breaker {
    private static final int FAILURES = 5;
    private static final Duration OPEN = Duration.ofMinutes(1);

    private int failures;
    private Instant until = Instant.MIN;

    /** When it may be asked again; a time that is past if it may be asked now. */
    synchronized Instant openUntil() {
        return until;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed(Instant now, Duration retryAfter) {
        failures++;
        if (failures >= FAILURES) {
            until = now.plus(retryAfter.compareTo(OPEN) > 0 ? retryAfter : OPEN);
            // One attempt after the pause decides whether there is another.
            failures = FAILURES - 1;
        }
    }
}
