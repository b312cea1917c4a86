package io.crmkit.bulk;

import io.crmkit.Page;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.UnknownCursor;
import io.crmkit.bulk.BulkJob.State;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.Parked;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Permission;
import io.crmkit.segment.AsOf;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One actor's door to bulk jobs: asks for them, watches them and stops them. They are carried out by
 * {@link io.crmkit.Crm#dueWork()}. Thread-safe.
 *
 * @since 0.1
 */
public final class BulkActions {
    private static final int LONGEST_PAGE = 1_000;
    private static final int MOST_JOBS = 100;

    private final Actor actor;
    private final Storage storage;
    private final Access access;
    private final CaptureRules rules;

    public BulkActions(Actor actor, Storage storage, Access access, CaptureRules rules) {
        this.actor = actor;
        this.storage = storage;
        this.access = access;
        this.rules = rules;
    }

    /**
     * Asks for a change to many contacts; returns once that is noted. Of any number of calls with the same key and the same
     * request, also at the same time, there comes one job.
     *
     * @throws io.crmkit.privacy.AccessDenied without {@link Permission#CHANGE_IN_BULK} and what the action needs; whoever
     *     may then is not asked again while it is carried out
     * @throws IllegalArgumentException if the tenant's settings do not allow to search by the criterion
     */
    public BulkStart start(BulkRequest request) {
        access.require(actor, Permission.CHANGE_IN_BULK);
        access.require(actor, request.action().permission());
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        BulkJob job = BulkJob.asked(new BulkId(rules.ids().next()), request, actor.name(), now);
        BulkJob known = within(work -> {
            if (request.contacts() instanceof Chosen.All all) {
                AsOf asOf = new AsOf(now, rules.tenants().settings(actor.tenant()));
                asOf.among(work.smartLists(), all.criterion()).check(all.criterion());
            }
            BulkJob there = work.bulks().add(job);
            if (there.id().equals(job.id())) {
                makeDue(work, job.id());
            }
            return there;
        });
        return known.request().equals(request) ? new BulkStart.Accepted(known) : new BulkStart.KeyTaken();
    }

    /** A job, with how far it is. */
    public Optional<BulkJob> find(BulkId id) {
        access.require(actor, Permission.CHANGE_IN_BULK);
        return within(work -> work.bulks().find(id));
    }

    /**
     * The jobs, those asked for last first.
     *
     * @param limit 1 to 100
     */
    public Page<BulkJob> newest(@Nullable String cursor, int limit) {
        access.require(actor, Permission.CHANGE_IN_BULK);
        return page(
                cursor,
                limit,
                MOST_JOBS,
                (work, after) -> work.bulks().newest(after == null ? null : new BulkId(after), limit + 1),
                job -> job.id().toString());
    }

    /**
     * What became of the contacts that a job has dealt with so far, by their ids.
     *
     * @param limit 1 to 1,000
     */
    public Page<BulkResult> results(BulkId id, @Nullable String cursor, int limit) {
        return results(id, false, cursor, limit);
    }

    /** Those of them that were refused. */
    public Page<BulkResult> refusals(BulkId id, @Nullable String cursor, int limit) {
        return results(id, true, cursor, limit);
    }

    private Page<BulkResult> results(BulkId id, boolean refusedOnly, @Nullable String cursor, int limit) {
        access.require(actor, Permission.CHANGE_IN_BULK);
        return page(
                cursor,
                limit,
                LONGEST_PAGE,
                (work, after) ->
                        work.bulks().results(id, refusedOnly, after == null ? null : new ContactId(after), limit + 1),
                result -> result.contact().toString());
    }

    /** Stops a job: when this returns, nothing more is done until it is resumed. Empty if there is none. */
    public Optional<BulkJob> pause(BulkId id) {
        return change(id, job -> job.at(State.WAITING, State.RUNNING) ? job.paused() : job);
    }

    /** Goes on with a job that was paused or is {@link #stuck}. */
    public Optional<BulkJob> resume(BulkId id) {
        return change(id, job -> job.state() == State.PAUSED ? job.resumed() : job);
    }

    /** Stops a job for good: when this returns, nothing more is done. What was done stays. */
    public Optional<BulkJob> cancel(BulkId id) {
        return change(id, job -> job.open() ? job.cancelled() : job);
    }

    /** Why a job does not go on although nobody stopped it: it failed too often to be tried again by itself. */
    public Optional<Parked> stuck(BulkId id) {
        access.require(actor, Permission.CHANGE_IN_BULK);
        return within(work -> work.due().parked(id.value(), DueKind.BULK));
    }

    private Optional<BulkJob> change(BulkId id, UnaryOperator<BulkJob> change) {
        access.require(actor, Permission.CHANGE_IN_BULK);
        return within(work -> work.bulks().hold(id).map(job -> {
            BulkJob changed = change.apply(job);
            work.bulks().save(changed, List.of());
            if (changed.at(State.WAITING, State.RUNNING)) {
                makeDue(work, id);
            }
            return changed;
        }));
    }

    private void makeDue(UnitOfWork work, BulkId id) {
        work.due().add(List.of(new Due(id.value(), DueKind.BULK, rules.clock().instant())));
    }

    private interface Read<T> {
        List<T> from(UnitOfWork work, @Nullable UUID after);
    }

    private <T> Page<T> page(@Nullable String cursor, int limit, int most, Read<T> read, Function<T, String> end) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit must be 1 to " + most);
        }
        UUID after = parsed(cursor);
        List<T> found = within(work -> read.from(work, after));
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(end.apply(items.get(limit - 1))));
    }

    private static @Nullable UUID parsed(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException foreign) {
            throw new UnknownCursor();
        }
    }

    private <T> T within(Function<UnitOfWork, T> work) {
        return Overtaken.begunAgain(actor.tenant(), () -> storage.within(actor.tenant(), work));
    }
}
