package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.PersonRequests;
import io.crmkit.request.RequestId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people asked of one tenant, in memory. */
record MemoryRequests(TenantState state) implements PersonRequests {
    private static final Comparator<PersonRequest> ID =
            Comparator.comparing(request -> request.id().value(), TenantState.IDS);
    private static final Comparator<PersonRequest> DUE =
            Comparator.comparing(PersonRequest::dueAt).thenComparing(ID);

    @Override
    public void add(PersonRequest request) {
        state.requests.put(request.id().value(), request);
    }

    @Override
    public Optional<PersonRequest> hold(RequestId id) {
        return Optional.ofNullable(state.requests.get(id.value())).map(this::now);
    }

    @Override
    public void save(PersonRequest request) {
        state.requests.put(request.id().value(), request);
    }

    @Override
    public List<PersonRequest> of(ContactId contact) {
        ContactId survivor = state.survivor(contact);
        return all().filter(request -> request.contact().equals(survivor))
                .sorted(Comparator.comparing(PersonRequest::receivedAt).thenComparing(ID))
                .toList();
    }

    @Override
    public List<PersonRequest> due(Instant before, @Nullable Cursor after, int limit) {
        return all().filter(request -> request.open() && request.dueAt().isBefore(before))
                .filter(request -> after == null || behind(request, after))
                .sorted(DUE)
                .limit(limit)
                .toList();
    }

    private static boolean behind(PersonRequest request, Cursor after) {
        int order = request.dueAt().compareTo(after.dueAt());
        return order > 0
                || order == 0
                        && TenantState.IDS.compare(
                                        request.id().value(), after.id().value())
                                > 0;
    }

    @Override
    public long count(Instant closedBefore) {
        return closed(closedBefore).count();
    }

    @Override
    public int forget(Instant closedBefore, int limit) {
        List<PersonRequest> gone = closed(closedBefore).limit(limit).toList();
        gone.forEach(request -> state.requests.remove(request.id().value()));
        return gone.size();
    }

    private Stream<PersonRequest> closed(Instant before) {
        return all().filter(request ->
                request.closedAt() != null && request.closedAt().isBefore(before));
    }

    private Stream<PersonRequest> all() {
        return state.requests.rows().values().stream().map(this::now);
    }

    private PersonRequest now(PersonRequest request) {
        return request.of(state.survivor(request.contact()));
    }
}
