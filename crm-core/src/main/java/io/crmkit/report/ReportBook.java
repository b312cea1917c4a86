package io.crmkit.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The storage port to planned reports and what became of them, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface ReportBook {
    /** What a report of a key is known by as the subject of due work, whether it is there or not. */
    UUID id(String key);

    /** All of them, by key. */
    List<PlannedReport> all();

    /** This report, which nobody else changes until the unit of work ends. */
    Optional<PlannedReport> hold(UUID id);

    /** Adds one, or replaces the one of its key. */
    void save(PlannedReport report);

    /** Takes one away with everything that became of it; false if there is none. */
    boolean remove(String key);

    /** The run for a moment. */
    Optional<ReportRun> run(UUID report, Instant plannedAt);

    /** Adds one to a report that is there, or replaces the one for its moment. */
    void note(UUID report, ReportRun run);

    /** The newest first, at most {@code limit}. */
    List<ReportRun> runs(UUID report, int limit);
}
