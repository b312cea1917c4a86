package io.crmkit.memory;

import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Timelines;
import io.crmkit.search.SearchIndex;
import io.crmkit.search.Searchable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what was said to one tenant in memory by reading everything. */
record MemorySearchIndex(TenantState state) implements SearchIndex {
    private static final Comparator<Timelines.Cursor> NEWEST_FIRST = Comparator.comparing(Timelines.Cursor::occurredAt)
            .thenComparing(Timelines.Cursor::id, Comparator.comparing(InteractionId::value, TenantState.IDS))
            .reversed();

    @Override
    public List<Interaction> newest(Set<String> words, Timelines.@Nullable Cursor olderThan, int limit) {
        return state.entries.rows().values().stream()
                .map(TenantState.EntryRow::interaction)
                .filter(entry -> olderThan == null || NEWEST_FIRST.compare(place(entry), olderThan) > 0)
                .filter(entry -> Searchable.words(entry).containsAll(words))
                .sorted(Comparator.comparing(MemorySearchIndex::place, NEWEST_FIRST))
                .limit(limit)
                .toList();
    }

    private static Timelines.Cursor place(Interaction entry) {
        return new Timelines.Cursor(entry.occurredAt(), entry.id());
    }

    /** There is no index, so it is always right. */
    @Override
    public boolean rebuild(int limit) {
        return false;
    }
}
