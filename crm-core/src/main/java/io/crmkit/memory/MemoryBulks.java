package io.crmkit.memory;

import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.Bulks;
import io.crmkit.bulk.Chosen;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.memory.TenantState.BulkKey;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.ContactQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bulk jobs of one tenant in memory. */
record MemoryBulks(TenantState state) implements Bulks {
    private static final ContactId FIRST = new ContactId(new UUID(0, 0));
    private static final ContactId LAST = new ContactId(new UUID(-1, -1));

    @Override
    public BulkJob add(BulkJob job) {
        Optional<BulkJob> known = state.bulks.rows().values().stream()
                .filter(other -> other.request().key().equals(job.request().key()))
                .findFirst();
        if (known.isEmpty()) {
            state.bulks.put(job.id().value(), job);
        }
        return known.orElse(job);
    }

    @Override
    public Optional<BulkJob> find(BulkId id) {
        return Optional.ofNullable(state.bulks.get(id.value()));
    }

    @Override
    public Optional<BulkJob> hold(BulkId id) {
        return find(id);
    }

    @Override
    public List<BulkJob> newest(@Nullable BulkId before, int limit) {
        return state.bulks.rows().descendingMap().values().stream()
                .filter(job ->
                        before == null || TenantState.IDS.compare(job.id().value(), before.value()) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void save(BulkJob job, List<BulkResult> results) {
        state.bulks.put(job.id().value(), job);
        results.forEach(result ->
                state.bulkContacts.put(new BulkKey(job.id(), result.contact()), Optional.of(result.outcome())));
    }

    @Override
    public int choose(BulkJob job, AsOf asOf) {
        Collection<ContactId> contacts = job.request().contacts() instanceof Chosen.These these
                ? these.ids()
                : new MemorySelections(state)
                                .page(
                                        ContactQuery.of(
                                                ((Chosen.All) job.request().contacts()).criterion()),
                                        asOf,
                                        null,
                                        Integer.MAX_VALUE)
                                .stream()
                                .map(ContactSummary::id)
                                .toList();
        contacts.forEach(contact -> state.bulkContacts.put(new BulkKey(job.id(), contact), Optional.empty()));
        return contacts.size();
    }

    @Override
    public List<ContactId> chosen(BulkId id, @Nullable ContactId after, int limit) {
        return after(id, after).map(row -> row.getKey().contact()).limit(limit).toList();
    }

    private Stream<Map.Entry<BulkKey, Optional<BulkOutcome>>> after(BulkId id, @Nullable ContactId after) {
        return state
                .bulkContacts
                .rows()
                .subMap(new BulkKey(id, after == null ? FIRST : after), after == null, new BulkKey(id, LAST), true)
                .entrySet()
                .stream();
    }

    @Override
    public List<ContactId> postponed(BulkId id, Instant until, int limit) {
        return waiting(id)
                .filter(row -> !row.until().isAfter(until))
                .sorted(Comparator.comparing(Waiting::until).thenComparing(Waiting::contact))
                .map(Waiting::contact)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isPostponed(BulkId id, ContactId contact) {
        return waiting(id).anyMatch(row -> row.contact().equals(contact));
    }

    @Override
    public Optional<Instant> nextPostponed(BulkId id) {
        return waiting(id).map(Waiting::until).min(Comparator.naturalOrder());
    }

    private record Waiting(ContactId contact, Instant until) {}

    private Stream<Waiting> waiting(BulkId id) {
        return after(id, null)
                .flatMap(row -> row.getValue().stream()
                        .filter(BulkOutcome.Postponed.class::isInstance)
                        .map(outcome ->
                                new Waiting(row.getKey().contact(), ((BulkOutcome.Postponed) outcome).until())));
    }

    @Override
    public List<BulkResult> results(BulkId id, boolean refusedOnly, @Nullable ContactId after, int limit) {
        return after(id, after)
                .flatMap(row -> row.getValue().stream()
                        .filter(outcome -> !refusedOnly || outcome instanceof BulkOutcome.Refused)
                        .map(outcome -> new BulkResult(row.getKey().contact(), outcome)))
                .limit(limit)
                .toList();
    }
}
