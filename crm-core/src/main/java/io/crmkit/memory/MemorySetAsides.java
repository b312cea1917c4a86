package io.crmkit.memory;

import io.crmkit.capture.SetAsides;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was kept aside of one tenant, in memory. */
record MemorySetAsides(TenantState state) implements SetAsides {
    @Override
    public List<SetAside> page(@Nullable UUID after, int limit) {
        return state.setAsides.rows().values().stream()
                .filter(aside -> after == null || aside.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(SetAside::id))
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(UUID id) {
        state.setAsides.remove(id);
    }
}
