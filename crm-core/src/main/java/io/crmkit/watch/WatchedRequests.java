package io.crmkit.watch;

import io.crmkit.UnitOfWork;
import io.crmkit.contact.ContactId;
import io.crmkit.event.DomainEvent.RequestFulfilled;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.PersonRequests;
import io.crmkit.request.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells that what somebody asked for was done, as long as there is somebody to tell of. */
record WatchedRequests(UnitOfWork unit, Watch watch) implements PersonRequests {
    @Override
    public void add(PersonRequest request) {
        unit.requests().add(request);
    }

    @Override
    public Optional<PersonRequest> hold(RequestId id) {
        return unit.requests().hold(id);
    }

    @Override
    public void save(PersonRequest request) {
        unit.requests().save(request);
        if (request.state() == PersonRequest.State.FULFILLED
                && unit.erasures().of(request.contact()).isEmpty()) {
            watch.raise(new RequestFulfilled(watch.about(request.contact()), request.id(), request.kind()));
        }
    }

    @Override
    public List<PersonRequest> of(ContactId contact) {
        return unit.requests().of(contact);
    }

    @Override
    public List<PersonRequest> due(Instant before, @Nullable Cursor after, int limit) {
        return unit.requests().due(before, after, limit);
    }

    @Override
    public long count(Instant closedBefore) {
        return unit.requests().count(closedBefore);
    }

    @Override
    public int forget(Instant closedBefore, int limit) {
        return unit.requests().forget(closedBefore, limit);
    }
}
