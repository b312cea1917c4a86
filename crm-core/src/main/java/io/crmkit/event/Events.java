package io.crmkit.event;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Trace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What could not be delivered to subscribers, and what is to be delivered again, as one actor sees it. Every call needs
 * {@link io.crmkit.privacy.Permission#MAINTAIN}. Thread-safe.
 *
 * @since 0.1
 */
public final class Events {
    private final Access access;
    private final InstantSource clock;
    private final Actor actor;

    public Events(Access access, InstantSource clock, Actor actor) {
        this.access = access;
        this.clock = clock;
        this.actor = actor;
    }

    /** The events that were given up, at most {@code limit}: of each contact and subscriber the first, all others wait. */
    public List<Letter> parked(int limit) {
        return access.enter(actor, Action.VIEW_EVENTS)
                .read((work, trace) -> work.letters().parked(limit));
    }

    /**
     * Has a contact's parked events delivered after all.
     *
     * @param stream {@link Letter#stream()}
     * @return whether they were parked
     */
    public boolean retry(ContactId stream, String subscriber) {
        return withParked(stream, subscriber, Letter::takenUp);
    }

    /**
     * Gives up the first of a contact's parked events, for one subscriber, and has the others delivered.
     *
     * @param stream {@link Letter#stream()}
     * @return whether they were parked
     */
    public boolean skip(ContactId stream, String subscriber) {
        return withParked(stream, subscriber, letter -> letter.delivered(clock.instant()));
    }

    /**
     * Has what a subscriber got of a contact's events since a time delivered again, as far as it is kept.
     *
     * @return how many events
     */
    public int replay(ContactId contact, String subscriber, Instant since) {
        return access.enter(actor, Action.STEER_EVENTS).change((work, trace) -> {
            int again = work.letters().replay(contact, subscriber, since);
            due(work, trace, contact, again > 0);
            return again;
        });
    }

    /**
     * Has everybody looked at who is in which segments, in the background, because the tenant's settings define them
     * otherwise by now. Without it that is done once something of any contact changes.
     */
    public void segmentsRedefined() {
        access.enter(actor, Action.STEER_EVENTS).change((work, trace) -> {
            work.due().add(List.of(Due.atOnce(Due.EVERYBODY, DueKind.SURVEY_SEGMENTS, clock.instant())));
            return actor;
        });
    }

    private boolean withParked(ContactId stream, String subscriber, UnaryOperator<Letter> change) {
        return access.enter(actor, Action.STEER_EVENTS).change((work, trace) -> {
            List<Letter> first = work.letters().waiting(stream, subscriber, 1);
            List<Letter> changed =
                    first.stream().filter(Letter::parked).map(change).toList();
            work.letters().settle(changed);
            due(work, trace, stream, !changed.isEmpty());
            return !changed.isEmpty();
        });
    }

    private void due(UnitOfWork work, Trace trace, ContactId stream, boolean anything) {
        trace.of(work.contacts().find(stream).map(ContactSummary::id), stream);
        if (anything) {
            work.due().add(List.of(Due.atOnce(stream.value(), DueKind.DELIVER_EVENTS, clock.instant())));
        }
    }
}
