package io.crmkit.memory;

import io.crmkit.report.PlannedReport;
import io.crmkit.report.ReportBook;
import io.crmkit.report.ReportRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The planned reports of one tenant, in memory. */
final class MemoryReports implements ReportBook {
    private static final Comparator<RunKey> ORDER =
            Comparator.comparing(RunKey::report, TenantState.IDS).thenComparing(RunKey::at, Comparator.reverseOrder());

    private final Table<UUID, PlannedReport> planned;
    private final Table<RunKey, ReportRun> runs;

    MemoryReports(Deque<Runnable> undo) {
        planned = new Table<>(TenantState.IDS, undo);
        runs = new Table<>(ORDER, undo);
    }

    private record RunKey(UUID report, Instant at) {}

    void fill(MemoryReports other) {
        planned.fill(other.planned);
        runs.fill(other.runs);
    }

    @Override
    public UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<PlannedReport> all() {
        return planned.rows().values().stream()
                .sorted(Comparator.comparing(each -> each.report().key()))
                .toList();
    }

    @Override
    public Optional<PlannedReport> hold(UUID id) {
        return Optional.ofNullable(planned.get(id));
    }

    @Override
    public void save(PlannedReport report) {
        planned.put(id(report.report().key()), report);
    }

    @Override
    public boolean remove(String key) {
        UUID id = id(key);
        if (planned.get(id) == null) {
            return false;
        }
        runs(id, Integer.MAX_VALUE).forEach(run -> runs.remove(new RunKey(id, run.plannedAt())));
        planned.remove(id);
        return true;
    }

    @Override
    public Optional<ReportRun> run(UUID report, Instant plannedAt) {
        return Optional.ofNullable(runs.get(new RunKey(report, plannedAt)));
    }

    @Override
    public void note(UUID report, ReportRun run) {
        runs.put(new RunKey(report, run.plannedAt()), run);
    }

    @Override
    public List<ReportRun> runs(UUID report, int limit) {
        return runs.rows().tailMap(new RunKey(report, Instant.MAX), true).entrySet().stream()
                .takeWhile(row -> row.getKey().report().equals(report))
                .limit(limit)
                .map(row -> row.getValue())
                .toList();
    }
}
