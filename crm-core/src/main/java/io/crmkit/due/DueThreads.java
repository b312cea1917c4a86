package io.crmkit.due;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few threads for each kind, so that kinds do not wait for each other. Of those of a kind one looks for work; when it
 * finds some, the next one looks. Never interrupted: that would close the files of an embedded database.
 */
final class DueThreads {
    private static final int EACH = 4;
    private static final long PAUSE_MILLIS = 500;
    private static final long STOP_MILLIS = 30_000;
    private static final Logger LOG = LoggerFactory.getLogger(DueThreads.class);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final Function<Set<DueKind>, @Nullable Runnable> next;

    private DueThreads(Function<Set<DueKind>, @Nullable Runnable> next) {
        this.next = next;
    }

    static DueThreads start(Set<DueKind> kinds, Function<Set<DueKind>, @Nullable Runnable> next) {
        DueThreads all = new DueThreads(next);
        for (DueKind kind : kinds) {
            Semaphore turn = new Semaphore(1);
            for (int i = 1; i <= EACH; i++) {
                Thread thread = new Thread(
                        () -> all.work(kind, turn), "crm-due-" + kind.name().toLowerCase(Locale.ROOT) + "-" + i);
                thread.setDaemon(true);
                all.threads.add(thread);
            }
        }
        all.threads.forEach(Thread::start);
        return all;
    }

    private void work(DueKind kind, Semaphore turn) {
        while (stopped.getCount() > 0) {
            Runnable work = null;
            turn.acquireUninterruptibly();
            try {
                work = stopped.getCount() > 0 ? look(kind) : null;
            } finally {
                turn.release();
            }
            if (work != null) {
                attempt(kind, work);
            }
        }
    }

    /** Keeps its turn while there is nothing, so that one thread alone looks. */
    private @Nullable Runnable look(DueKind kind) {
        Runnable[] found = new Runnable[1];
        attempt(kind, () -> found[0] = next.apply(Set.of(kind)));
        if (found[0] == null) {
            await();
        }
        return found[0];
    }

    private static void attempt(DueKind kind, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("Looking after {} failed: {}", kind, failure.getClass().getName());
        }
    }

    private void await() {
        try {
            stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException somebodyElses) {
            // Only stopped ends it.
            LOG.debug("Interrupted while idle");
        }
    }

    void stop() {
        stopped.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
