package io.crmkit.testkit.clean.first;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public record Visit(Instant at, int[] seats, byte[][] photos) {
    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    public static Visit now(Clock clock, long seed) {
        LOG.debug("a visit of {} managers", 1);
        return new Visit(Instant.now(clock), new int[] {new Random(seed).nextInt()}, new byte[0][]);
    }

    public String day() {
        return at.toString().replace('T', ' ').substring(0, "2026-01-01".length());
    }
}
