package io.crmkit.memory;

import io.crmkit.contact.Pair;
import io.crmkit.duplicate.Dismissals;
import io.crmkit.memory.TenantState.DismissalRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is said not to be a duplicate, of one tenant in memory. */
record MemoryDismissals(TenantState state) implements Dismissals {
    @Override
    public void add(Pair pair, String evidence, String actor, Instant at) {
        state.dismissals.put(pair, new DismissalRow(evidence, actor, at));
    }

    @Override
    public Set<Pair> among(Map<Pair, String> evidence) {
        Set<Pair> dismissed = new HashSet<>(evidence.keySet());
        dismissed.removeIf(pair -> {
            DismissalRow row = state.dismissals.get(pair);
            return row == null || !row.evidence().equals(evidence.getOrDefault(pair, ""));
        });
        return dismissed;
    }
}
