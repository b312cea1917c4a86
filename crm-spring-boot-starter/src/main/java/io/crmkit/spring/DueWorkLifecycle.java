package io.crmkit.spring;

import io.crmkit.due.DueWork;
import org.springframework.context.SmartLifecycle;

/** Due work from the start of the application, after everything else, to its stop, before everything else. */
final class DueWorkLifecycle implements SmartLifecycle {
    private final DueWork work;
    private volatile boolean running;

    DueWorkLifecycle(DueWork work) {
        this.work = work;
    }

    @Override
    public void start() {
        work.start();
        running = true;
    }

    @Override
    public void stop() {
        work.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
