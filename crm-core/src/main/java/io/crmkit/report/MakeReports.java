package io.crmkit.report;

import io.crmkit.CrmException;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.UnitOfWork;
import io.crmkit.dossier.Delivery;
import io.crmkit.due.Claim;
import io.crmkit.due.DueTask;
import io.crmkit.privacy.Actor;
import io.crmkit.report.ReportWriter.Written;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes reports when they are due. What was missed while nobody worked is made up for once. What is made, brought and then
 * not noted because the process died is made and brought again, under the same name.
 */
public final class MakeReports implements DueTask {
    /** A report may take longer than the lease of the work; so long nobody else begins with it. */
    static final Duration HELD = Duration.ofMinutes(30);

    /** With waits that double from a minute to an hour, more than three hours. */
    static final int ATTEMPTS = 9;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Storage storage;
    private final Reporting reporting;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Function<Actor, CrmSession> sessions;

    public MakeReports(
            Storage storage,
            Reporting reporting,
            Tenants tenants,
            InstantSource clock,
            Function<Actor, CrmSession> sessions) {
        this.storage = storage;
        this.reporting = reporting;
        this.tenants = tenants;
        this.clock = clock;
        this.sessions = sessions;
    }

    private record Begun(Optional<Result> instead, PlannedReport planned, ReportRun run) {}

    @Override
    public Result run(TenantId tenant, Claim claim) {
        TenantSettings settings = tenants.settings(tenant);
        Optional<Begun> begun = storage.within(tenant, work -> begin(work, claim.subject(), settings.zone()));
        if (begun.isEmpty()) {
            return new Result.Done();
        }
        Begun it = begun.get();
        if (it.instead.isPresent()) {
            return it.instead.get();
        }
        ReportRun after = tried(it, settings);
        return storage.within(tenant, work -> end(work, claim.subject(), after, settings.zone()));
    }

    /** Empty if it is no longer planned. */
    private Optional<Begun> begin(UnitOfWork work, UUID id, ZoneId zone) {
        Instant now = clock.instant();
        return work.reports().hold(id).map(planned -> {
            if (planned.nextAt().isAfter(now)) {
                return new Begun(Optional.of(new Result.Later(planned.nextAt())), planned, idle(planned));
            }
            ReportRun run = current(work, id, planned, now, zone);
            Instant until = run.heldUntil();
            if (until != null && until.isAfter(now)) {
                return new Begun(Optional.of(new Result.Later(until)), planned, run);
            }
            ReportRun tried = run.tried(now.plus(HELD));
            work.reports().note(id, tried);
            return new Begun(Optional.empty(), planned, tried);
        });
    }

    private static ReportRun idle(PlannedReport planned) {
        return ReportRun.begun(planned.nextAt(), 0);
    }

    /** The run for the last of its moments that passed; for those before it there is none. */
    private static ReportRun current(UnitOfWork work, UUID id, PlannedReport planned, Instant now, ZoneId zone) {
        Schedule schedule = planned.report().schedule();
        Instant last = planned.nextAt();
        int skipped = 0;
        for (Instant next = schedule.after(last, zone); !next.isAfter(now); next = schedule.after(last, zone)) {
            giveUp(work, id, last, now);
            last = next;
            skipped++;
        }
        int before = skipped;
        Instant moment = last;
        return work.reports().run(id, moment).orElseGet(() -> ReportRun.begun(moment, before));
    }

    private static void giveUp(UnitOfWork work, UUID id, Instant moment, Instant now) {
        work.reports()
                .run(id, moment)
                .filter(ReportRun::open)
                .ifPresent(run -> work.reports().note(id, run.givenUp(now)));
    }

    private ReportRun tried(Begun begun, TenantSettings settings) {
        Report report = begun.planned.report();
        Actor by = begun.planned.by().forPurpose("scheduled report").withRequest(report.key());
        Instant moment = begun.run.plannedAt();
        try {
            ReportWriter writer = reporting.writerOf(report);
            Carrier carrier = reporting.carrierOf(report);
            Carrier.Consignment what = consignment(by.tenant(), report, moment, settings);
            String name = report.key() + "-" + moment.atZone(settings.zone()).toLocalDate()
                    + report.format().ending();
            ReportWriter.Order order = new ReportWriter.Order(report, moment, clock.instant(), settings);
            try (Delivery.Parcel parcel = carrier.brings(what).open(name)) {
                Written written = writer.write(sessions.apply(by), order, parcel.contents());
                parcel.deliver(written.manifest());
                return begun.run.delivered(clock.instant(), written);
            }
        } catch (StorageUnavailable away) {
            throw away;
        } catch (IOException | RuntimeException failure) {
            return begun.run.failed(words(failure));
        }
    }

    private static Carrier.Consignment consignment(
            TenantId tenant, Report report, Instant moment, TenantSettings settings) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(settings.locale())
                .format(moment.atZone(settings.zone()));
        return new Carrier.Consignment(
                tenant,
                report.key(),
                report.title(),
                moment,
                day,
                settings.locale(),
                report.to().addresses());
    }

    /** Messages of others may name people. */
    private static String words(Exception failure) {
        String name = failure.getClass().getSimpleName();
        boolean ours = failure instanceof CrmException || failure instanceof Undelivered;
        String words = ours ? name + ": " + failure.getMessage() : name;
        return words.length() > 500 ? words.substring(0, 500) : words;
    }

    private Result end(UnitOfWork work, UUID id, ReportRun run, ZoneId zone) {
        Optional<PlannedReport> planned = work.reports().hold(id);
        if (planned.isEmpty()) {
            return new Result.Done();
        }
        Instant now = clock.instant();
        boolean over = !run.open() || run.attempts() >= ATTEMPTS;
        work.reports().note(id, run.open() && over ? run.givenUp(now) : run);
        PlannedReport is = planned.get();
        if (!over) {
            return new Result.Later(now.plus(wait(run.attempts())));
        }
        // Planned anew meanwhile, it has its next moment already.
        if (!is.nextAt().isAfter(run.plannedAt())) {
            is = is.at(is.report().schedule().after(run.plannedAt(), zone));
            work.reports().save(is);
        }
        return new Result.Later(is.nextAt());
    }

    private static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
