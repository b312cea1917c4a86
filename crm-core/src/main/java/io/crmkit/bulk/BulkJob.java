package io.crmkit.bulk;

import io.crmkit.contact.ContactId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to many contacts, asked for once. Immutable.
 *
 * @param startedBy the name of the actor who asked for it
 * @param reached the contact it has come to, in order of their ids; null before the first
 * @since 0.1
 */
public record BulkJob(
        BulkId id,
        BulkRequest request,
        String startedBy,
        Instant startedAt,
        State state,
        BulkProgress progress,
        @Nullable ContactId reached) {

    /** How far it is. */
    public enum State {
        /** Nobody has taken it up, and its contacts are not chosen yet. */
        WAITING,
        RUNNING,
        /** Somebody stopped it, until somebody resumes it. */
        PAUSED,
        /** Somebody stopped it for good; what was done stays. */
        CANCELLED,
        /** Every contact has a result. */
        FINISHED
    }

    static BulkJob asked(BulkId id, BulkRequest request, String by, Instant at) {
        return new BulkJob(id, request, by, at, State.WAITING, BulkProgress.NONE, null);
    }

    /** Whether there is something left to do. */
    public boolean open() {
        return state != State.CANCELLED && state != State.FINISHED;
    }

    boolean at(State... any) {
        return List.of(any).contains(state);
    }

    /** With so many contacts chosen. */
    BulkJob chosen(int contacts) {
        return with(contacts == 0 ? State.FINISHED : State.RUNNING, new BulkProgress(contacts, 0, 0, 0), reached);
    }

    /** With more results, in the order of the contacts. */
    BulkJob and(List<BulkResult> results) {
        BulkProgress more = progress.and(results);
        ContactId last =
                results.isEmpty() ? reached : results.get(results.size() - 1).contact();
        if (last != null && reached != null && last.compareTo(reached) < 0) {
            // One that was postponed.
            last = reached;
        }
        return with(more.left() == 0 ? State.FINISHED : state, more, last);
    }

    /** With nobody left to come: those without a result were erased meanwhile. */
    BulkJob ended() {
        return with(State.FINISHED, progress.ofThoseLeft(), reached);
    }

    BulkJob paused() {
        return with(State.PAUSED, progress, reached);
    }

    BulkJob resumed() {
        return with(progress.chosen() == 0 ? State.WAITING : State.RUNNING, progress, reached);
    }

    BulkJob cancelled() {
        return with(State.CANCELLED, progress, reached);
    }

    private BulkJob with(State other, BulkProgress more, @Nullable ContactId contact) {
        return new BulkJob(id, request, startedBy, startedAt, other, more, contact);
    }
}
