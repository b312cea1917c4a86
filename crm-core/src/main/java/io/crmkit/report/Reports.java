package io.crmkit.report;

import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.Tenants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * One actor's door to the reports of the actor's tenant that come by themselves, once {@link io.crmkit.Crm#dueWork()} is
 * started. Thread-safe.
 *
 * @since 0.1
 */
public final class Reports {
    /** So many reports a tenant can have planned. */
    public static final int MOST = 200;

    private final Actor actor;
    private final Access access;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Reporting reporting;

    public Reports(Actor actor, Access access, Tenants tenants, InstantSource clock, Reporting reporting) {
        this.actor = actor;
        this.access = access;
        this.tenants = tenants;
        this.clock = clock;
        this.reporting = reporting;
    }

    /** What is planned, by key. */
    public List<PlannedReport> all() {
        return access.enter(actor, Action.VIEW_REPORTS).read((work, trace) -> {
            List<PlannedReport> all = work.reports().all();
            trace.things(all.size());
            return all;
        });
    }

    /**
     * Plans a report in this actor's name, or replaces the one of its key, whose history stays. It is made at the next
     * moment of its schedule.
     *
     * @throws IllegalArgumentException if the host has nobody who writes or brings it, or there are too many
     */
    public PlannedReport save(Report report) {
        return access.enter(actor, Action.PLAN_REPORT).change((work, trace) -> {
            reporting.writerOf(report);
            reporting.carrierOf(report);
            Instant now = clock.instant();
            Instant next = report.schedule()
                    .after(now, tenants.settings(actor.tenant()).zone());
            PlannedReport planned = new PlannedReport(report, actor, next);
            work.reports().save(planned);
            if (work.reports().all().size() > MOST) {
                throw new IllegalArgumentException("A tenant has at most " + MOST + " reports planned");
            }
            work.due().add(List.of(new Due(work.reports().id(report.key()), DueKind.REPORT, next)));
            trace.things(1);
            return planned;
        });
    }

    /** Takes one away with its history; false if there is none of this key. */
    public boolean remove(String key) {
        return access.enter(actor, Action.PLAN_REPORT).change((work, trace) -> {
            boolean removed = work.reports().remove(key);
            trace.things(removed ? 1 : 0);
            return removed;
        });
    }

    /**
     * What became of a report, the newest first; empty if there is none of this key.
     *
     * @param most 1 to 1,000
     */
    public List<ReportRun> runs(String key, int most) {
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("At most 1,000 runs are told");
        }
        return access.enter(actor, Action.VIEW_REPORTS).read((work, trace) -> {
            List<ReportRun> runs = work.reports().runs(work.reports().id(key), most);
            trace.things(runs.size());
            return runs;
        });
    }
}
