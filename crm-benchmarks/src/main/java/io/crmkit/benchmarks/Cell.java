package io.crmkit.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One figure to be measured: a contender, so many callers, so many messages in each call. */
record Cell(Contender contender, int callers, int size) {
    /** What one round showed: the time each call took, and how long all of it took. */
    record Round(long[] nanos, double seconds, int size) {
        double perSecond() {
            return nanos.length * (double) size / seconds;
        }
    }

    String name() {
        return contender.name() + " x" + size;
    }

    /** Calls for a while from all callers at once, each with connections it had before. */
    Round measure(Contender.Capturing ready, Traffic traffic, Duration time, long seed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<long[]>> results = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                RandomGenerator random =
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000 + caller);
                results.add(threads.submit(() -> call(ready, traffic, random, end)));
            }
            long[] nanos = new long[0];
            for (Future<long[]> result : results) {
                nanos = join(nanos, result.get());
            }
            return new Round(nanos, (System.nanoTime() - start) / 1e9, size);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(name() + " with " + callers + " callers failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] call(Contender.Capturing ready, Traffic traffic, RandomGenerator random, long end) throws Exception {
        long[] nanos = new long[1_024];
        int calls = 0;
        long before = System.nanoTime();
        do {
            ready.capture(traffic.post(random, size));
            long after = System.nanoTime();
            if (calls == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * calls);
            }
            nanos[calls++] = after - before;
            before = after;
        } while (before < end);
        return Arrays.copyOf(nanos, calls);
    }

    private static long[] join(long[] one, long[] other) {
        long[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
