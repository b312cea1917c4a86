package io.crmkit;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Where ids come from. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Ids {
    /** An id nobody has. Ids rise with time, so that rows written together lie together. */
    UUID next();

    /** UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, 74 of randomness. */
    static Ids timeOrdered(InstantSource clock, SecureRandom random) {
        return () -> {
            byte[] bits = new byte[10];
            random.nextBytes(bits);
            long high = clock.millis() << 16 | 0x7000L | (bits[8] & 0x0fL) << 8 | bits[9] & 0xffL;
            long low = 0;
            for (int i = 0; i < 8; i++) {
                low = low << 8 | bits[i] & 0xffL;
            }
            return new UUID(high, low & 0x3fffffffffffffffL | 0x8000000000000000L);
        };
    }
}
