package io.crmkit.benchmarks;

import io.crmkit.benchmarks.Traffic.Sample;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;

/** The time that protection takes, measured alone. */
final class SealCost {
    private static final int TIMES = 20_000;

    private SealCost() {}

    static double micros() {
        Sample sample = new Traffic(1, 1, Clock.systemUTC(), new AtomicLong())
                .everybody(0)
                .samples()
                .get(0);
        FloorSeal seal = FloorSeal.mine();
        SecretKeySpec key = new SecretKeySpec(seal.newKey(), "AES");
        UUID id = TimeOrdered.id(sample.at());
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                seal.body(key, Traffic.tenant(0).value(), id, sample);
                seal.hash(sample.providerId());
                seal.hash(sample.phone());
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e3 / TIMES);
        }
        return best;
    }
}
