package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.InboundEvent.Unreadable;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Matching;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.due.Claim;
import io.crmkit.due.Due;
import io.crmkit.due.DueKind;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.privacy.Actor;
import io.crmkit.report.Schedule;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.Regime;
import io.crmkit.rights.Requests;
import io.crmkit.rights.Retention;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.ScriptedMessenger;
import io.crmkit.testkit.simulator.Snapshot;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever one tenant did, done again by another with the same ids and keys, changes nothing of the first's. */
@Requirement("PRV-2")
abstract class TrespassRules extends StorageRules {
    private final PostRoom post = new PostRoom();
    private static final TenantId OTHER = TenantId.of("taller-sur");
    private static final TenantSettings SETTINGS = TenantSettings.DEFAULT.withAttributes(
            new AttributeType("insurer", AttributeType.Kind.TEXT, AttributeType.Search.EXACTLY));

    TrespassRules(StorageUnderTest under) {
        super(under);
    }

    private Crm crm(OverheardStorage storage, int node) {
        return Crm.create(storage)
                .clock(clock)
                .ids(new CountedIds(node))
                .tenants(Tenants.all(SETTINGS))
                .checkpoints(checkpoint -> {})
                .extractor(ScriptedExtractor.rules())
                .listener(event -> {})
                .subscriber("orders", event -> {})
                .messenger(new ScriptedMessenger(RECEPTION))
                .keepingEvents(Duration.ofDays(7))
                .reports(post)
                .carrier("post", post)
                .build();
    }

    private void day(OverheardStorage storage) {
        Crm crm = crm(storage, 900);
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(said("m1", Party.of(ANA, ANA_ID).named("Ana Zabala"), MONDAY, "Hola name:Ana"));
        clinic.capture(said("m2", Party.of(BRUNO, BRUNO_ID).named("Ana Zabala"), minute(1), "Hola pain:slow"));
        clinic.capture(said("m3", Party.of(ANA, BRUNO_ID), minute(60), "whose?"));
        clinic.capture(said("m0", Party.of(ANA), hour(-30), "late"));
        clinic.capture(said("m4", Party.of(ANA), hour(90), "new"), said("m5", Party.of(ANA), hour(45), "between"));
        clinic.capture(updated("m1", ANA, new MessageEdited(minute(5), Content.text("edited name:Anna"))));
        clinic.capture(updated("waits", ANA, new MessageEdited(minute(5), Content.text("waiting"))));
        clinic.capture(new Unreadable("whatsapp", "1001", "No type", "{}"), new Unreadable("x", "", "None", "{}"));
        clinic.capture(AppointmentRules.told("A1", ANA, MONDAY, Booking.of(AppointmentStatus.ATTENDED, hour(5))));
        Identifier next = Identifier.phone("5491150000009");
        clinic.capture(stated(Party.of(next).formerly(BRUNO), hour(63)));
        crm.dueWork().runDue();
        byHand(storage, crm, clinic);
        storage.within(CLINIC, work -> {
            UUID subject = new UUID(3, 3);
            work.due().add(List.of(new Due(subject, DueKind.EXTRACT_BY_MODEL, clock.instant())));
            Claim claim = work.due()
                    .claim(Set.of(DueKind.EXTRACT_BY_MODEL), clock.instant(), clock.instant(), 1)
                    .get(0);
            work.due().putOff(claim, clock.instant(), 1);
            work.due().park(claim, "Gone");
            work.reports().note(work.reports().id("kept"), MorePorts.run());
            work.reports().hold(work.reports().id("kept"));
            work.reports().runs(work.reports().id("kept"), 9);
            MorePorts.takeOver(work, Matching.standard().canonical(ANA));
            return work.readings().spend(LocalDate.EPOCH, "model", 1, 5);
        });
    }

    private static void byHand(OverheardStorage storage, Crm crm, CrmSession clinic) {
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = contacts(clinic).stream()
                .map(ContactSummary::id)
                .filter(id -> !id.equals(ana))
                .findFirst()
                .orElseThrow();
        clinic.tag(ana, Tag.of("vip"));
        clinic.tag(ana, Tag.of("old"));
        clinic.untag(ana, Tag.of("old"));
        clinic.note(ana, "of Ana");
        assertThat(clinic.outreach().send(ana, Draft.of(Purpose.REMINDER, SpeakingRules.VISIT)))
                .isInstanceOf(SendOutcome.Sent.class);
        clinic.set(ana, "insurer", AttributeValue.of("Sur"));
        clinic.setStatus(bruno, ContactStatus.BLOCKED);
        clinic.verdicts().state(ana, FactType.COMPANY, "", new FactValue.Text("Acme"));
        clinic.segments().save(new SmartList(SegmentKey.of("old"), "Old", Criterion.tagged(Tag.of("old"))));
        clinic.segments().remove(SegmentKey.of("old"));
        clinic.segments().save(new SmartList(SegmentKey.of("vips"), "VIP", Criterion.tagged(Tag.of("vip"))));
        clinic.reports().save(ReportRules.report("kept", new Schedule.Daily(LocalTime.NOON)));
        clinic.reports().save(ReportRules.report("gone", new Schedule.Daily(LocalTime.NOON)));
        clinic.reports().remove("gone");
        clinic.duplicates().dismiss(ana, bruno);
        clinic.duplicates().of(ana);
        clinic.forgetKeptAside(clinic.keptAside(null, 1).get(0).id());
        BulkRules.start(clinic, BulkRules.TAGGING, BulkRules.these(List.of(ana, bruno)));
        crm.dueWork().runDue();
        MergeId merge = MergeRules.merged(clinic.merge(ana, bruno));
        clinic.undo(merge);
        clinic.merge(bruno, ana);
        crm.dueWork().runDue();
        clinic.events().replay(bruno, "orders", MONDAY);
        clinic.events().parked(10);
        clinic.capture(said("m7", Party.of(ANA), hour(91), "BAJA"));
        clinic.privacy().consent(ana, Purpose.MARKETING, "whatsapp", true, "terms 3");
        clinic.privacy().restrict(ana);
        clinic.privacy().liftRestriction(ana);
        Requests requests = clinic.privacy().requests();
        requests.fulfil(requests.open(ana, PersonRequest.Kind.ACCESS, Regime.GDPR, MONDAY, "")
                .orElseThrow()
                .id());
        clinic.privacy().retain(Retention.DEFAULT.keeping(Retention.Kind.CLOSED_REQUESTS, Duration.ofDays(1)), false);
        clinic.audit().seal();
        storage.within(CLINIC, work -> {
            work.auditChain().hold();
            work.auditChain().forget(work.auditChain().behind(0, 1));
            return work;
        });
        clinic.rebuildSearch();
        clinic.capture(said("m8", Identifier.phone("34600000008"), MONDAY));
        clinic.privacy().erase(MergeRules.holder(clinic, Identifier.phone("34600000008")));
        clinic.rotateKeys();
        state(clinic);
        clinic.audit().seal();
    }

    /** As it is told through the door. */
    private static List<Object> state(CrmSession clinic) {
        List<Object> state = new ArrayList<>();
        state.add(Snapshot.of(clinic).lines());
        for (ContactSummary contact : contacts(clinic)) {
            state.add(clinic.profile(contact.id()).orElseThrow());
            state.add(clinic.notes(contact.id(), null, 100).items());
            state.add(clinic.facts(contact.id()));
            state.add(clinic.privacy().requests().of(contact.id()));
            state.add(clinic.merges(contact.id()));
            state.add(clinic.searchMessages("hola", null, 10).items());
        }
        state.add(clinic.searchContacts("zabala", null, 10).items());
        state.add(clinic.keptAside(null, 10));
        state.add(clinic.segments().all());
        return state;
    }

    @Test
    void whatATenantDidDoneAgainByAnotherChangesNothingOfTheFirst() {
        OverheardStorage overheard = new OverheardStorage(storage());
        day(overheard);
        List<OverheardStorage.Call> calls = overheard.calls();
        Set<String> done =
                calls.stream().map(OverheardStorage.Call::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(done).as("whatever writes was done").containsAll(Writing.METHODS);
        CrmSession clinic = crm(overheard, 901).as(Actor.system(CLINIC));
        List<Object> before = state(clinic);
        List<Object> read = read(calls);
        session(OTHER).capture(said("m1", Party.of(ANA), MONDAY, "of the other"));
        for (OverheardStorage.Call call : calls) {
            try {
                storage().within(OTHER, call::again);
            } catch (RuntimeException refused) {
                // May be refused, may do something to the other; here only what it does to the first counts.
                assertThat(refused).isNotInstanceOf(ClassCastException.class);
            }
        }
        assertThat(state(clinic)).isEqualTo(before);
        assertThat(read(calls)).usingRecursiveComparison().isEqualTo(read);
    }

    /** What the ports themselves tell the tenant whose it is. */
    private List<Object> read(List<OverheardStorage.Call> calls) {
        List<Object> answers = new ArrayList<>();
        for (OverheardStorage.Call call : calls) {
            // What waits to be sealed grows by what this very test reads.
            if (!Writing.METHODS.contains(call.name()) && !call.name().equals("AuditChain.waiting")) {
                answers.add(List.of(call.name(), storage().within(CLINIC, call::again)));
            }
        }
        return answers;
    }
}
