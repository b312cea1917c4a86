package io.crmkit.testkit.storage;

import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.analytics.Talk;
import io.crmkit.analytics.Talks.Rating;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Actor;
import io.crmkit.report.PlannedReport;
import io.crmkit.report.ReportRun;
import io.crmkit.report.Schedule;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.Regime;
import io.crmkit.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;

/** How ports that came later are asked, once there is something in them. */
final class MorePorts {
    private static final Instant MOMENT = StorageRules.MONDAY;

    private MorePorts() {}

    static Map<String, Function<UnitOfWork, Object>> asked(
            Storage storage, CrmSession clinic, ContactId ana, Instant now) {
        Map<String, Function<UnitOfWork, Object>> asked = new HashMap<>(reports(storage));
        RequestId request = clinic.privacy()
                .requests()
                .open(ana, PersonRequest.Kind.ACCESS, Regime.GDPR, MOMENT, "")
                .orElseThrow()
                .id();
        asked.put("PersonRequests.hold", work -> work.requests().hold(request));
        asked.put("PersonRequests.of", work -> work.requests().of(ana));
        asked.put("PersonRequests.due", work -> work.requests().due(now.plus(Duration.ofDays(99)), null, 10));
        asked.put(
                "PersonRequests.count",
                work -> LongStream.of(work.requests().count(now))
                        .filter(count -> count > 0)
                        .boxed()
                        .toList());
        asked.put("Talks.begun", MorePorts::talks);
        asked.put("Talks.rated", MorePorts::ratings);
        return asked;
    }

    private static List<Talk> talks(UnitOfWork work) {
        List<Talk> talks = new ArrayList<>();
        work.talks().begun(MOMENT, MOMENT.plusSeconds(40_000), talks::add);
        return talks;
    }

    private static List<Rating> ratings(UnitOfWork work) {
        List<Rating> ratings = new ArrayList<>();
        work.talks().rated(MOMENT, MOMENT.plusSeconds(40_000), ratings::add);
        return ratings;
    }

    private static Map<String, Function<UnitOfWork, Object>> reports(Storage storage) {
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
