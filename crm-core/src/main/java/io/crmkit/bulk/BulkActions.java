package io.crmkit.bulk;

import io.crmkit.Page;
import io.crmkit.UnitOfWork;
import io.crmkit.UnknownCursor;
import io.crmkit.bulk.BulkJob.State;
import io.crmkit.capture.CaptureRules;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.ContactId;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.Parked;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Courier;
import io.crmkit.outreach.Response;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Permission;
import io.crmkit.privacy.Trace;
import io.crmkit.segment.AsOf;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private final Access access;
    private final CaptureRules rules;
    private final Courier courier;

    public BulkActions(Actor actor, Access access, CaptureRules rules, Courier courier) {
        this.courier = courier;
        this.actor = actor;
        this.access = access;
        this.rules = rules;
    }

    /**
     * Asks for a change to many contacts; returns once that is noted. Of any number of calls with the same key and the same
     * request, also at the same time, there comes one job.
     *
     * @throws io.crmkit.privacy.AccessDenied without {@link io.crmkit.privacy.Permission#CHANGE_IN_BULK} and what the action needs; whoever
     *     may then is not asked again while it is carried out
     * @throws IllegalArgumentException if the tenant's settings do not allow to search by the criterion
     */
    public BulkStart start(BulkRequest request) {
        Entrance entrance =
                access.enter(actor, Action.START_BULK).needing(request.action().permission());
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        BulkJob job = BulkJob.asked(new BulkId(rules.ids().next()), request, actor.name(), now);
        BulkJob known = again(() -> entrance.change((work, trace) -> {
            request.contacts().tell(trace, work);
            if (request.contacts() instanceof Chosen.All all) {
                AsOf asOf = new AsOf(now, rules.tenants().settings(actor.tenant()));
                asOf.among(work.smartLists(), all.criterion()).check(all.criterion());
            }
            BulkJob there = work.bulks().add(job);
            if (there.id().equals(job.id())) {
                makeDue(work, job.id());
            }
            return there;
        }));
        return known.request().equals(request) ? new BulkStart.Accepted(known) : new BulkStart.KeyTaken();
    }

    /**
     * What a broadcast would come to if it were sent now. Sends nothing; takes no more memory for more contacts.
     *
     * @throws io.crmkit.privacy.AccessDenied without {@link io.crmkit.privacy.Permission#CHANGE_IN_BULK} and
     *     {@link io.crmkit.privacy.Permission#SEND_MESSAGES}
     */
    public BroadcastPreview preview(Campaign campaign, Chosen contacts) {
        Entrance entrance = access.enter(actor, Action.PREVIEW_BROADCAST).needing(Permission.SEND_MESSAGES);
        AsOf asOf = new AsOf(rules.clock().instant(), rules.tenants().settings(actor.tenant()));
        return entrance.read((work, trace) -> {
            contacts.tell(trace, work);
            return new Rehearsal(work, actor.tenant(), campaign, courier).of(contacts, asOf);
        });
    }

    /**
     * What came of a broadcast by a time: how many arrived and were read, and how many contacts wrote, booked or paid after
     * it. That it was because of it is not said. Empty if there is no such job.
     */
    public Optional<Response> response(BulkId id, Instant until) {
        return access.enter(actor, Action.VIEW_BULK)
                .read((work, trace) -> known(work, trace, id)
                        .map(job -> work.sendings().response(job.id().value(), until)));
    }

    /** A job, with how far it is. */
    public Optional<BulkJob> find(BulkId id) {
        return access.enter(actor, Action.VIEW_BULK).read((work, trace) -> known(work, trace, id));
    }

    /**
     * The jobs, those asked for last first.
     *
     * @param limit 1 to 100
     */
    public Page<BulkJob> newest(@Nullable String cursor, int limit) {
        return page(
                access.enter(actor, Action.VIEW_BULK),
                cursor,
                limit,
                MOST_JOBS,
                (work, trace, after) -> work.bulks().newest(after == null ? null : new BulkId(after), limit + 1),
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
        return page(
                access.enter(actor, Action.VIEW_BULK),
                cursor,
                limit,
                LONGEST_PAGE,
                (work, trace, after) -> known(work, trace, id).isEmpty()
                        ? List.of()
                        : work.bulks().results(id, refusedOnly, after == null ? null : new ContactId(after), limit + 1),
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
        return access.enter(actor, Action.VIEW_BULK)
                .read((work, trace) ->
                        known(work, trace, id).flatMap(job -> work.due().parked(id.value(), DueKind.BULK)));
    }

    private static Optional<BulkJob> known(UnitOfWork work, Trace trace, BulkId id) {
        Optional<BulkJob> job = work.bulks().find(id);
        if (job.isEmpty()) {
            trace.missed();
        }
        return job;
    }

    private Optional<BulkJob> change(BulkId id, UnaryOperator<BulkJob> change) {
        Entrance entrance = access.enter(actor, Action.STEER_BULK);
        return again(() -> entrance.change((work, trace) -> {
            Optional<BulkJob> held = work.bulks().hold(id);
            if (held.isEmpty()) {
                trace.missed();
            }
            return held.map(job -> changed(work, job, change));
        }));
    }

    private BulkJob changed(UnitOfWork work, BulkJob job, UnaryOperator<BulkJob> change) {
        BulkJob changed = change.apply(job);
        work.bulks().save(changed, List.of());
        if (changed.at(State.WAITING, State.RUNNING)) {
            makeDue(work, job.id());
        }
        return changed;
    }

    private void makeDue(UnitOfWork work, BulkId id) {
        work.due().add(List.of(new Due(id.value(), DueKind.BULK, rules.clock().instant())));
    }

    private interface Read<T> {
        List<T> from(UnitOfWork work, Trace trace, @Nullable UUID after);
    }

    private static <T> Page<T> page(
            Entrance entrance, @Nullable String cursor, int limit, int most, Read<T> read, Function<T, String> end) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit must be 1 to " + most);
        }
        UUID after = parsed(cursor);
        List<T> found = entrance.read((work, trace) -> {
            List<T> page = read.from(work, trace, after);
            trace.things(Math.min(page.size(), limit));
            return page;
        });
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

    private <T> T again(Supplier<T> change) {
        return Overtaken.begunAgain(actor.tenant(), change);
    }
}
