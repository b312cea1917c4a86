package io.crmkit.memory;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Merges;
import io.crmkit.memory.TenantState.MergeRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The merges of one tenant in memory. */
record MemoryMerges(TenantState state) implements Merges {
    @Override
    public Set<MatchKey> keysOf(ContactId contact) {
        Set<MatchKey> keys = new HashSet<>();
        state.holdings.rows().forEach((key, times) -> {
            if (times.stream().anyMatch(time -> contact.equals(time.holder()))) {
                keys.add(key);
            }
        });
        state.entriesOf(contact).forEach(row -> keys.add(row.route()));
        return keys;
    }

    @Override
    public List<Merge> of(ContactId survivor) {
        return state.merges.rows().values().stream()
                .map(MergeRow::merge)
                .filter(merge -> state.survivor(merge.survivor().contact()).equals(survivor))
                .sorted(Merge.LAST_FIRST)
                .toList();
    }

    @Override
    public void add(Merge merge, Merge.Before before) {
        state.merges.put(
                merge.id().value(),
                new MergeRow(
                        merge,
                        before,
                        state.added(merge.survivor().contact()),
                        state.added(merge.absorbed().contact())));
    }

    @Override
    public Optional<Merge> find(MergeId id) {
        return Optional.ofNullable(state.merges.get(id.value())).map(MergeRow::merge);
    }

    @Override
    public Merge.Before before(MergeId id) {
        return Objects.requireNonNull(state.merges.get(id.value())).before();
    }

    @Override
    public void withdraw(MergeId id, String actor, Instant at) {
        state.merges.remove(id.value());
    }
}
