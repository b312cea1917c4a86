package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.StorageRules.CLINIC;
import static io.crmkit.testkit.storage.StorageRules.MONDAY;

import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.BulkStart;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.outreach.Sending;
import io.crmkit.segment.AsOf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the ports of messages on their way are asked by {@link PortRules}. */
record SpokenPorts(Storage storage, CrmSession clinic, ContactId ana, AsOf asOf) {
    Map<String, Function<UnitOfWork, Object>> asked() {
        Map<String, Function<UnitOfWork, Object>> asked = new HashMap<>();
        BulkId waiting = postponed();
        asked.put("Bulks.postponed", work -> work.bulks().postponed(waiting, MONDAY, 10));
        asked.put("Bulks.nextPostponed", work -> work.bulks().nextPostponed(waiting));
        asked.put(
                "Bulks.isPostponed",
                work -> Stream.of(work.bulks().isPostponed(waiting, ana))
                        .filter(postponed -> postponed)
                        .toList());
        Sending sending = SpeakingRules.sending(ana, asOf.now());
        storage.within(CLINIC, work -> work.sendings().add(sending));
        asked.put("Sendings.find", work -> work.sendings().find(sending.id()));
        asked.put("Sendings.byKey", work -> work.sendings().byKey(sending.key()));
        asked.put("Sendings.hold", work -> work.sendings().hold(sending.id()));
        asked.put("Sendings.asked", work -> work.sendings().asked(ana, Purpose.ANSWER, MONDAY, 10));
        asked.put("Sendings.askedOften", work -> work.sendings().askedOften(List.of(ana), Purpose.ANSWER, MONDAY));
        asked.put("Consents.of", work -> work.consents().of(ana));
        asked.put(
                "Consents.suppressed",
                work -> Stream.of(work.consents().suppressed(ana, Purpose.MARKETING, "whatsapp"))
                        .filter(suppressed -> suppressed)
                        .toList());
        asked.put("Consents.refusals", work -> work.consents().refusals(List.of(ana), Purpose.REMINDER, "whatsapp"));
        asked.put(
                "Sendings.response",
                work -> Stream.of(work.sendings().response(waiting.value(), asOf.now()))
                        .filter(response -> response.sent() > 0)
                        .toList());
        asked.put("Sendings.unsettled", work -> work.sendings().unsettled(ana, 10));
        return asked;
    }

    /** A job that comes back to a contact. */
    private BulkId postponed() {
        BulkStart start =
                clinic.bulk().start(new BulkRequest("waits", BulkRules.TAGGING, BulkRules.these(List.of(ana))));
        BulkJob job = ((BulkStart.Accepted) start).job();
        return storage.within(CLINIC, work -> {
            work.bulks().choose(job, asOf);
            work.bulks().save(job, List.of(new BulkResult(ana, new BulkOutcome.Postponed(MONDAY))));
            return job.id();
        });
    }
}
