package io.crmkit.memory;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.PendingUpdates;
import io.crmkit.interaction.ProviderRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The updates of one tenant that wait, in memory. */
record MemoryPendingUpdates(TenantState state) implements PendingUpdates {
    @Override
    public long count(Instant before) {
        return state.parked.rows().values().stream()
                .flatMap(List::stream)
                .filter(update -> update.receivedAt().isBefore(before))
                .count();
    }

    @Override
    public List<ParkedUpdate> take(Instant before, int limit) {
        List<ParkedUpdate> taken = new ArrayList<>();
        for (Map.Entry<ProviderRef, List<ParkedUpdate>> each :
                List.copyOf(state.parked.rows().entrySet())) {
            List<ParkedUpdate> left = new ArrayList<>(each.getValue());
            for (ParkedUpdate update : each.getValue()) {
                if (taken.size() < limit && update.receivedAt().isBefore(before)) {
                    taken.add(update);
                    left.remove(update);
                }
            }
            if (left.isEmpty()) {
                state.parked.remove(each.getKey());
            } else if (left.size() < each.getValue().size()) {
                state.parked.put(each.getKey(), List.copyOf(left));
            }
        }
        return taken;
    }
}
