package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The messages whose capture has returned, as callers tell them. */
final class Acknowledged {
    private final List<String> ids = new ArrayList<>();

    synchronized void add(List<String> more) {
        ids.addAll(more);
        notifyAll();
    }

    synchronized List<String> ids() {
        return List.copyOf(ids);
    }

    /** Waits until so many more are there. */
    synchronized void awaitMore(int count) {
        int enough = ids.size() + count;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ids.size() < enough) {
            assertThat(System.nanoTime()).as("nothing is captured").isLessThan(end);
            try {
                wait(1_000);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
