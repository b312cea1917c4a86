package io.crmkit.memory;

import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.segment.SmartLists;
import java.util.List;

/** The smart lists of one tenant in memory. */
record MemorySmartLists(TenantState state) implements SmartLists {
    @Override
    public List<SmartList> all() {
        return List.copyOf(state.smartLists.rows().values());
    }

    @Override
    public void save(SmartList list) {
        state.smartLists.put(list.key(), list);
    }

    @Override
    public boolean remove(SegmentKey key) {
        boolean known = state.smartLists.get(key) != null;
        if (known) {
            state.smartLists.remove(key);
        }
        return known;
    }
}
