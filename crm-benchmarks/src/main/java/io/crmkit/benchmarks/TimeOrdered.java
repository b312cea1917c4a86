package io.crmkit.benchmarks;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of version 7, as the library's, so that the floors' indexes grow where the library's do. */
final class TimeOrdered {
    private TimeOrdered() {}

    static UUID id(Instant now) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                now.toEpochMilli() << 16 | 0x7000L | random.nextInt(4096),
                random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }
}
