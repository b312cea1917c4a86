package io.crmkit.testkit.storage;

import static java.util.Map.entry;

import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.analytics.Talk;
import io.crmkit.analytics.Talks.Rating;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.move.Buried;
import io.crmkit.move.Keepsake;
import io.crmkit.move.LastWord;
import io.crmkit.move.Move;
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
import java.util.Set;
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
        asked.putAll(takenAlong(storage, ana));
        asked.put("Talks.begun", MorePorts::talks);
        asked.put("Talks.rated", MorePorts::ratings);
        return asked;
    }

    private static Map<String, Function<UnitOfWork, Object>> takenAlong(Storage storage, ContactId ana) {
        List<ContactId> erased = new ArrayList<>();
        storage.within(StorageRules.CLINIC, work -> {
            work.moves().save(new Move(7, 7, false));
            work.requests().add(ofNobody(7));
            work.graveyard().erasures(each -> erased.addAll(each.contacts()));
            return ana;
        });
        List<ContactId> contacts = List.of(ana);
        return Map.ofEntries(
                entry("Keepsakes.of", work -> work.keepsakes().of(contacts)),
                entry("Keepsakes.sendings", work -> work.keepsakes().sendings(contacts)),
                entry("Keepsakes.sent", work -> {
                    List<Keepsake> sent = new ArrayList<>(work.keepsakes().sent(ana, null, 10));
                    work.keepsakes().sent(contacts).values().forEach(sent::addAll);
                    return sent;
                }),
                entry("Keepsakes.strays", work -> PortRules.gathered(work.keepsakes()::strays)),
                entry("Keepsakes.words", work -> PortRules.gathered(work.keepsakes()::words)),
                entry("Graveyard.erasures", work -> PortRules.gathered(work.graveyard()::erasures)),
                entry("Graveyard.messages", work -> PortRules.gathered(work.graveyard()::messages)),
                entry("Graveyard.among", work -> work.graveyard().among(erased)),
                entry("Moves.last", work -> work.moves().last()));
    }

    /** As an archive is taken over. */
    static void takeOver(UnitOfWork work, MatchKey key) {
        work.moves().save(new Move(8, 8, false));
        work.keepsakes().put(List.of(new Keepsake.Asked(ofNobody(9), List.of())));
        work.keepsakes().say(List.of(new LastWord<>(key, Purpose.MARKETING, "whatsapp", false, MOMENT)));
        work.graveyard()
                .bury(new Buried(
                        new UUID(9, 9),
                        Set.of(new ContactId(new UUID(9, 8))),
                        "system",
                        MOMENT,
                        MOMENT,
                        Map.of(),
                        Map.of(),
                        Set.of(new Buried.Grave("00ff", null, MOMENT)),
                        Set.of()));
        work.graveyard().keepOut(Set.of("00fe"));
    }

    private static PersonRequest ofNobody(int id) {
        return new PersonRequest(
                new RequestId(new UUID(7, id)),
                new ContactId(new UUID(7, 8)),
                PersonRequest.Kind.ERASURE,
                Regime.GDPR,
                "",
                "system",
                MOMENT,
                MOMENT,
                null,
                PersonRequest.State.FULFILLED,
                null,
                MOMENT);
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
