package io.crmkit.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One making of a report.
 *
 * @param plannedAt the moment of its schedule it is for
 * @param skipped how many moments before it passed without one, of which it is made up for all
 * @param attempts how often it was tried
 * @param heldUntil until when nobody else tries, while it is tried
 * @param endedAt when it was delivered or given up
 * @param rows how many lines, records or pages it has
 * @param bytes how long it is
 * @param error what was wrong at the last attempt: the name of a class and an advice, nothing personal
 * @since 0.1
 */
public record ReportRun(
        Instant plannedAt,
        State state,
        int skipped,
        int attempts,
        @Nullable Instant heldUntil,
        @Nullable Instant endedAt,
        long rows,
        long bytes,
        @Nullable String error) {
    /** How far it is. */
    public enum State {
        RUNNING,
        /** It failed and is tried again. */
        WAITING,
        DELIVERED,
        /** It failed too often, or its next moment came before it went well. */
        GIVEN_UP
    }

    static ReportRun begun(Instant plannedAt, int skipped) {
        return new ReportRun(plannedAt, State.WAITING, skipped, 0, null, null, 0, 0, null);
    }

    ReportRun tried(Instant until) {
        return new ReportRun(plannedAt, State.RUNNING, skipped, attempts + 1, until, null, 0, 0, error);
    }

    ReportRun delivered(Instant at, ReportWriter.Written written) {
        return new ReportRun(
                plannedAt, State.DELIVERED, skipped, attempts, null, at, written.rows(), written.bytes(), null);
    }

    ReportRun failed(String why) {
        return new ReportRun(plannedAt, State.WAITING, skipped, attempts, null, null, 0, 0, why);
    }

    ReportRun givenUp(Instant at) {
        return new ReportRun(plannedAt, State.GIVEN_UP, skipped, attempts, null, at, 0, 0, error);
    }

    boolean open() {
        return state == State.RUNNING || state == State.WAITING;
    }
}
