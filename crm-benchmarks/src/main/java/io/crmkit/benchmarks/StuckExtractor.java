package io.crmkit.benchmarks;

import io.crmkit.ai.ExtractionRequest;
import io.crmkit.ai.ExtractionResult;
import io.crmkit.ai.ExtractorDescriptor;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.FactType;
import io.crmkit.ai.RetriableExtractionException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;

/** Does not answer until it is let go. */
final class StuckExtractor implements FactExtractor {
    private volatile CountDownLatch free = new CountDownLatch(1);

    @Override
    public ExtractorDescriptor descriptor() {
        return new ExtractorDescriptor("stuck", "1", 1, EnumSet.allOf(FactType.class), true, false);
    }

    @Override
    public ExtractionResult extract(ExtractionRequest request) throws RetriableExtractionException {
        try {
            free.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new RetriableExtractionException("never answered", Duration.ofMinutes(1));
    }

    /** Lets go of whoever waits; who asks from now on waits again. */
    void letGo() {
        CountDownLatch waiting = free;
        free = new CountDownLatch(1);
        waiting.countDown();
    }
}
