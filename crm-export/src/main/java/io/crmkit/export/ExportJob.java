package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.dossier.Delivery;
import io.crmkit.dossier.Scope;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One large export in the background: how far it is, and a way to stop it. If the process dies nothing of it is left, and
 * it may be asked for again; done twice there is one file. Thread-safe.
 *
 * @since 0.1
 */
public final class ExportJob {
    private volatile long done;
    private volatile long of = -1;
    private volatile boolean cancelled;
    private volatile Optional<Ended> ended = Optional.empty();

    private ExportJob() {}

    /** How an export ended. */
    public sealed interface Ended {
        /** As it was asked for, or stopped. */
        record Normally(ExportOutcome outcome) implements Ended {}

        /**
         * It could not be written or delivered.
         *
         * @param failure whose message has no personal data
         */
        record Failed(Exception failure) implements Ended {}
    }

    /**
     * Begins an export on a thread of the host's.
     *
     * @param session by whose actor it is; may be refused as the executor runs it
     * @param executor on which it runs, from beginning to end
     */
    public static ExportJob start(
            CrmSession session, Executor executor, Delivery to, String name, Scope scope, ExportFormat format) {
        ExportJob job = new ExportJob();
        executor.execute(() -> job.run(session, to, name, scope, format));
        return job;
    }

    private void run(CrmSession session, Delivery to, String name, Scope scope, ExportFormat format) {
        try {
            ended = Optional.of(
                    new Ended.Normally(new ExportFile(session).deliver(to, name, scope, format, this::told)));
        } catch (IOException | RuntimeException failure) {
            ended = Optional.of(new Ended.Failed(failure));
        }
    }

    private boolean told(long doneNow, long ofNow) {
        done = doneNow;
        of = ofNow;
        return !cancelled;
    }

    /** Contacts written so far. */
    public long done() {
        return done;
    }

    /** How many contacts there are; -1 until that is known. */
    public long of() {
        return of;
    }

    /** Stops it soon; unless it is whole already, nothing of it is left. */
    public void cancel() {
        cancelled = true;
    }

    /** How it ended; empty while it runs. */
    public Optional<Ended> ended() {
        return ended;
    }
}
