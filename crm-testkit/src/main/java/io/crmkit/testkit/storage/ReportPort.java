package io.crmkit.testkit.storage;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.privacy.Actor;
import io.crmkit.report.PlannedReport;
import io.crmkit.report.ReportRun;
import io.crmkit.report.Schedule;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** How the port to planned reports is asked, once there is one. */
final class ReportPort {
    private static final Instant MOMENT = StorageRules.MONDAY;

    private ReportPort() {}

    static Map<String, Function<UnitOfWork, Object>> asked(Storage storage) {
        UUID id = storage.within(StorageRules.CLINIC, work -> {
            work.reports()
                    .save(new PlannedReport(
                            ReportRules.report("asked", new Schedule.Daily(LocalTime.NOON)),
                            Actor.system(StorageRules.CLINIC),
                            MOMENT));
            UUID saved = work.reports().id("asked");
            work.reports().note(saved, run());
            return saved;
        });
        return Map.of(
                "ReportBook.all", work -> work.reports().all(),
                "ReportBook.hold", work -> work.reports().hold(id),
                "ReportBook.run", work -> work.reports().run(id, MOMENT),
                "ReportBook.runs", work -> work.reports().runs(id, 10));
    }

    static ReportRun run() {
        return new ReportRun(MOMENT, ReportRun.State.DELIVERED, 0, 1, null, MOMENT, 1, 9, null);
    }
}
