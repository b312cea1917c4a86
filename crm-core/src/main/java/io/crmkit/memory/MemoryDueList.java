package io.crmkit.memory;

import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.due.DueList;
import io.crmkit.due.Parked;
import io.crmkit.memory.TenantState.DueKey;
import io.crmkit.memory.TenantState.DueRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The due work of one tenant in memory. */
record MemoryDueList(TenantState state) implements DueList {
    @Override
    public void add(Collection<Due> due) {
        for (Due each : due) {
            DueKey key = new DueKey(each.subject(), each.kind());
            DueRow known = state.due.get(key);
            if (known == null) {
                state.due.put(key, new DueRow(at(each, each.when()), 0, 0, false, null));
            } else if (known.leased() || known.error() != null) {
                Due again = at(known.due().and(each), each.when());
                state.due.put(key, new DueRow(again, known.generation() + 1, 0, false, null));
            } else {
                state.due.put(
                        key, new DueRow(known.due().and(each), known.generation(), known.attempts(), false, null));
            }
        }
    }

    @Override
    public List<Claim> claim(Set<DueKind> kinds, Instant now, Instant until, int limit) {
        List<Claim> claims = new ArrayList<>();
        waiting(kinds)
                .filter(row -> !row.getValue().due().at().isAfter(now))
                .sorted(Comparator.comparing(row -> row.getValue().due().at()))
                .limit(limit)
                .toList()
                .forEach(row -> claims.add(lease(row.getKey(), row.getValue(), until)));
        return claims;
    }

    private static Due at(Due due, Instant at) {
        return new Due(due.subject(), due.kind(), at, due.since(), due.messages());
    }

    private Claim lease(DueKey key, DueRow row, Instant until) {
        Due due = new Due(key.subject(), key.kind(), until, row.due().since(), 0);
        DueRow leased = new DueRow(due, row.generation() + 1, row.attempts() + 1, true, null);
        state.due.put(key, leased);
        return new Claim(key.subject(), key.kind(), leased.generation(), leased.attempts(), due.since());
    }

    /** When work of these kinds is due. */
    List<Instant> times(Set<DueKind> kinds) {
        return waiting(kinds).map(row -> row.getValue().due().at()).toList();
    }

    private Stream<Map.Entry<DueKey, DueRow>> waiting(Set<DueKind> kinds) {
        return state.due.rows().entrySet().stream()
                .filter(row ->
                        kinds.contains(row.getKey().kind()) && row.getValue().error() == null);
    }

    @Override
    public void finish(Claim claim) {
        if (has(claim) != null) {
            state.due.remove(key(claim));
        }
    }

    @Override
    public void putOff(Claim claim, Instant at, int attempts) {
        DueRow row = has(claim);
        if (row != null) {
            state.due.put(key(claim), new DueRow(at(row.due(), at), row.generation(), attempts, false, null));
        }
    }

    @Override
    public void park(Claim claim, String error) {
        DueRow row = has(claim);
        if (row != null) {
            state.due.put(key(claim), new DueRow(row.due(), row.generation(), claim.attempts(), false, error));
        }
    }

    @Override
    public Optional<Parked> parked(UUID subject, DueKind kind) {
        DueRow row = state.due.get(new DueKey(subject, kind));
        return row == null ? Optional.empty() : parked(subject, kind, row).findFirst();
    }

    @Override
    public List<Parked> parked(int limit) {
        return state.due.rows().entrySet().stream()
                .flatMap(row -> parked(row.getKey().subject(), row.getKey().kind(), row.getValue()))
                .limit(limit)
                .toList();
    }

    private static Stream<Parked> parked(UUID subject, DueKind kind, DueRow row) {
        return row.error() == null ? Stream.empty() : Stream.of(new Parked(subject, kind, row.attempts(), row.error()));
    }

    private @Nullable DueRow has(Claim claim) {
        DueRow row = state.due.get(key(claim));
        return row != null && row.generation() == claim.generation() ? row : null;
    }

    private static DueKey key(Claim claim) {
        return new DueKey(claim.subject(), claim.kind());
    }
}
