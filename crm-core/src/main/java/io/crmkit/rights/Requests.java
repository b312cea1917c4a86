package io.crmkit.rights;

import io.crmkit.Page;
import io.crmkit.UnknownCursor;
import io.crmkit.capture.CaptureRules;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Entrance;
import io.crmkit.privacy.Permission;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.PersonRequest.Extension;
import io.crmkit.request.PersonRequest.Kind;
import io.crmkit.request.PersonRequest.Refusal;
import io.crmkit.request.PersonRequest.State;
import io.crmkit.request.PersonRequests;
import io.crmkit.request.Regime;
import io.crmkit.request.RequestId;
import io.crmkit.rights.RequestChange.Changed;
import io.crmkit.rights.RequestChange.Reason;
import io.crmkit.rights.RequestChange.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people ask for who have a right to it, with the deadline the law sets. It keeps the time; what is asked for is done by
 * {@link Rights} and on the facts themselves. Needs {@link Permission#HANDLE_REQUESTS}. Thread-safe.
 *
 * @since 0.1
 */
public final class Requests {
    private static final int LONGEST_PAGE = 1_000;

    private final Actor actor;
    private final Access access;
    private final CaptureRules rules;

    Requests(Actor actor, Access access, CaptureRules rules) {
        this.actor = actor;
        this.access = access;
        this.rules = rules;
    }

    /**
     * Takes a request down.
     *
     * @param receivedAt when the person asked, not later than now: the deadline counts from there
     * @param reference the host's name for it, at most 100 characters, nothing personal; may be empty
     * @return empty if there is no such contact
     */
    public Optional<PersonRequest> open(
            ContactId contact, Kind kind, Regime regime, Instant receivedAt, String reference) {
        Entrance entrance = access.enter(actor, Action.OPEN_REQUEST, contact);
        if (receivedAt.isAfter(now())) {
            throw new IllegalArgumentException("receivedAt must not be later than now");
        }
        Instant received = receivedAt.truncatedTo(ChronoUnit.MICROS);
        return entrance.change((work, trace) -> {
            Optional<ContactId> held = work.additions().hold(contact);
            trace.of(held, contact);
            return held.map(id -> {
                PersonRequest request = new PersonRequest(
                        new RequestId(rules.ids().next()),
                        id,
                        kind,
                        regime,
                        reference,
                        actor.name(),
                        received,
                        regime.due(kind, received, zone()),
                        null,
                        State.OPEN,
                        null,
                        null);
                work.requests().add(request);
                return request;
            });
        });
    }

    /** Says that it takes longer, as far as the law has that; the person is to be told why. */
    public RequestChange extend(RequestId id, Extension reason) {
        return change(id, request -> {
            Optional<Instant> until = request.regime().extended(request.receivedAt(), zone());
            if (request.extension() != null) {
                return new Refused(Reason.EXTENDED_ALREADY);
            } else if (until.isEmpty()) {
                return new Refused(Reason.NO_EXTENSION);
            }
            return request.overdue(now())
                    ? new Refused(Reason.TOO_LATE)
                    : new Changed(request.extended(reason, until.get()));
        });
    }

    /** Says that what was asked for was done; those the data were given to learn of it by an event. */
    public RequestChange fulfil(RequestId id) {
        return change(id, request -> new Changed(request.closed(State.FULFILLED, null, now())));
    }

    /** Says that it is not done, and why. */
    public RequestChange refuse(RequestId id, Refusal why) {
        return change(id, request -> new Changed(request.closed(State.REFUSED, why, now())));
    }

    /** Says that the person does not want it any more. */
    public RequestChange withdraw(RequestId id) {
        return change(id, request -> new Changed(request.closed(State.WITHDRAWN, null, now())));
    }

    /** What a contact asked for, the first first; also after it was erased. */
    public List<PersonRequest> of(ContactId contact) {
        return access.enter(actor, Action.VIEW_REQUESTS, contact).read((work, trace) -> {
            List<PersonRequest> requests = work.requests().of(contact);
            boolean known = !requests.isEmpty() || Rights.known(work, contact);
            Rights.tell(trace, known, contact);
            return requests;
        });
    }

    /**
     * Open requests that are due before a time, the one due first first.
     *
     * @param cursor {@link Page#next()} of the page before; null for the first
     * @param limit 1 to 1,000
     */
    public Page<PersonRequest> due(Instant before, @Nullable String cursor, int limit) {
        Entrance entrance = access.enter(actor, Action.VIEW_REQUESTS);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LONGEST_PAGE);
        }
        PersonRequests.Cursor after = parsed(cursor);
        List<PersonRequest> found = entrance.read((work, trace) -> {
            List<PersonRequest> page = work.requests().due(before, after, limit + 1);
            page.stream().limit(limit).forEach(request -> trace.of(request.contact()));
            return page;
        });
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        PersonRequest last = found.get(limit - 1);
        return new Page<>(found.subList(0, limit), Optional.of(last.dueAt() + "_" + last.id()));
    }

    private static PersonRequests.@Nullable Cursor parsed(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        int cut = Math.max(cursor.indexOf('_'), 0);
        try {
            return new PersonRequests.Cursor(
                    Instant.parse(cursor.substring(0, cut)), RequestId.of(cursor.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw new UnknownCursor();
        }
    }

    private RequestChange change(RequestId id, Function<PersonRequest, RequestChange> change) {
        return access.enter(actor, Action.STEER_REQUEST).change((work, trace) -> {
            Optional<PersonRequest> held = work.requests().hold(id);
            if (held.isEmpty()) {
                trace.missed();
                return new Refused(Reason.UNKNOWN_REQUEST);
            }
            trace.of(held.get().contact());
            RequestChange outcome = held.get().open() ? change.apply(held.get()) : new Refused(Reason.CLOSED_ALREADY);
            if (outcome instanceof Changed changed) {
                work.requests().save(changed.request());
            }
            return outcome;
        });
    }

    private Instant now() {
        return rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private ZoneId zone() {
        return rules.tenants().settings(actor.tenant()).zone();
    }
}
