package io.crmkit.memory;

import io.crmkit.audit.AuditChain;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditLink;
import io.crmkit.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What seals the audit of one tenant in memory. */
record MemoryAuditChain(TenantState state) implements AuditChain {
    private static final String END = "end";

    @Override
    public End hold() {
        return end();
    }

    @Override
    public End end() {
        return Objects.requireNonNullElse(state.chain.get(END), End.NONE);
    }

    @Override
    public Beginning beginning() {
        return Objects.requireNonNullElse(state.chainBegins.get(END), Beginning.NONE);
    }

    @Override
    public long older(Instant before) {
        return state.links.rows().values().stream()
                .takeWhile(link -> link.entry().at().isBefore(before))
                .count();
    }

    @Override
    public void forget(List<AuditLink> links) {
        for (AuditLink link : links) {
            state.links.remove(link.place());
            state.audit.remove(
                    new AuditTrail.Cursor(link.entry().at(), link.entry().id()));
        }
        AuditLink last = links.get(links.size() - 1);
        state.chainBegins.put(END, new Beginning(last.place(), last.seal(), true));
    }

    @Override
    public List<AuditEntry> waiting(int limit) {
        return state.unsealed.rows().values().stream().limit(limit).toList();
    }

    @Override
    public long waiting() {
        return state.unsealed.rows().size();
    }

    @Override
    public void seal(List<AuditLink> links) {
        for (AuditLink link : links) {
            state.links.put(link.place(), link);
            state.unsealed.remove(
                    new AuditTrail.Cursor(link.entry().at(), link.entry().id()));
        }
        AuditLink last = links.get(links.size() - 1);
        state.chain.put(END, new End(last.place(), last.seal(), end().handed(), true));
    }

    @Override
    public void handed(long place) {
        End end = end();
        state.chain.put(END, new End(end.place(), end.seal(), Math.max(place, end.handed()), true));
    }

    @Override
    public List<AuditLink> behind(long place, int limit) {
        return state.links.rows().tailMap(place, false).values().stream()
                .limit(limit)
                .toList();
    }
}
