package io.crmkit.testkit;

import io.crmkit.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that count up, so that a run can be told again. Those of different nodes differ. Thread-safe.
 *
 * @since 0.1
 */
public final class CountedIds implements Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final int node;
    private final AtomicLong count = new AtomicLong();

    /** @param node 0 to 4095 */
    public CountedIds(int node) {
        this.node = node & 0xfff;
    }

    @Override
    public UUID next() {
        long next = count.incrementAndGet();
        return new UUID(next << 16 | VERSION_7 | node, VARIANT);
    }
}
