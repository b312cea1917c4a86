package io.crmkit.testkit.storage;

import static io.crmkit.consent.Purpose.MARKETING;
import static io.crmkit.consent.Purpose.REMINDER;
import static io.crmkit.testkit.storage.BulkRules.job;
import static io.crmkit.testkit.storage.BulkRules.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.bulk.BroadcastPreview;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob.State;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkOutcome.Reason;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.StatusReached;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Objection;
import io.crmkit.outreach.Outgoing.Template;
import io.crmkit.outreach.Response;
import io.crmkit.outreach.Verdict;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.segment.Criterion;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.ScriptedMessenger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A broadcast reaches each once whom it may reach, and says of everybody what became of them. */
@Requirement({"MSG-3", "BLK-4"})
abstract class BroadcastRules extends SpeakingRules {
    static final Template OFFER = Template.of("offer", "es_AR", "{first_name|Hola}", "{attribute.zone|acá}");

    BroadcastRules(StorageUnderTest under) {
        super(under);
    }

    /** What kills a process in the middle of something. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static BulkAction broadcast(Purpose purpose) {
        return new BulkAction.Broadcast(Campaign.of(purpose, OFFER));
    }

    /** So many contacts who just wrote, by name. */
    private List<ContactId> people(CrmSession clinic, int count) {
        List<ContactId> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Identifier phone = Identifier.phone("54911600000%02d".formatted(i));
            clinic.capture(said("p" + i, Party.of(phone).named("Persona" + i + " Pérez"), clock.instant(), "Hola"));
            people.add(MergeRules.holder(clinic, phone));
        }
        return people;
    }

    private static Map<ContactId, BulkOutcome> results(CrmSession clinic, BulkId id) {
        Map<ContactId, BulkOutcome> results = new HashMap<>();
        all(cursor -> clinic.bulk().results(id, cursor, 100))
                .forEach(result -> results.put(result.contact(), result.outcome()));
        return results;
    }

    private static BulkOutcome refused(Reason reason) {
        return new BulkOutcome.Refused(reason);
    }

    @Test
    void eachIsSentTheirOwnWordsOnceAndWhoIsLeftOutIsToldWhy() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clock.advance(Duration.ofHours(6));
        List<ContactId> people = people(clinic, 6);
        for (ContactId each : people.subList(0, 5)) {
            clinic.privacy().consent(each, MARKETING, "whatsapp", true, null);
        }
        clinic.set(people.get(0), "zone", AttributeValue.of("Europe/Madrid"));
        clock.advance(Duration.ofMinutes(1));
        clinic.setStatus(people.get(2), ContactStatus.BLOCKED);
        clinic.capture(said("stop", Party.of(Identifier.phone("5491160000003")), clock.instant(), "BAJA"));
        clinic.privacy().restrict(people.get(4));
        BroadcastPreview foreseen =
                clinic.bulk().preview(Campaign.of(MARKETING, OFFER), new Chosen.These(Set.copyOf(people)));
        assertThat(foreseen)
                .isEqualTo(new BroadcastPreview(
                        6,
                        2,
                        Map.of(
                                Objection.Reason.BLOCKED, 1,
                                Objection.Reason.SUPPRESSED, 1,
                                Objection.Reason.RESTRICTED, 1,
                                Objection.Reason.NO_CONSENT, 1)));
        BroadcastPreview all =
                clinic.bulk().preview(Campaign.of(MARKETING, OFFER), new Chosen.All(Criterion.EVERYBODY));
        assertThat(all.chosen()).as("who is restricted is not among everybody").isEqualTo(5);
        assertThat(all.allowed()).isEqualTo(2);
        assertThat(messenger.sent()).isEmpty();
        BulkId id = start(clinic, broadcast(MARKETING), new Chosen.These(Set.copyOf(people)));
        crm.dueWork().runDue();
        assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
        assertThat(results(clinic, id))
                .containsEntry(people.get(0), BulkOutcome.DONE)
                .containsEntry(people.get(1), BulkOutcome.DONE)
                .containsEntry(people.get(2), refused(Reason.BLOCKED))
                .containsEntry(people.get(3), refused(Reason.SUPPRESSED))
                .containsEntry(people.get(4), refused(Reason.RESTRICTED))
                .containsEntry(people.get(5), refused(Reason.NO_CONSENT))
                .hasSize(6);
        assertThat(messenger.sent())
                .extracting(dispatch -> ((Template) dispatch.message()).fields())
                .containsExactlyInAnyOrder(List.of("Persona0", "Europe/Madrid"), List.of("Persona1", "acá"));
        start(clinic, broadcast(MARKETING), new Chosen.These(Set.copyOf(people)));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(2);
        assertThat(timeline(clinic, people.get(0))).hasSize(2);
    }

    @Test
    void whoseHourItIsNotIsComeBackToAndNobodyElseWaits() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(said("m1", ANA, clock.instant()), said("m2", BRUNO, clock.instant()));
        ContactId ana = MergeRules.holder(clinic, ANA);
        ContactId bruno = MergeRules.holder(clinic, BRUNO);
        clinic.privacy().consent(ana, MARKETING, "whatsapp", true, null);
        clinic.privacy().consent(bruno, MARKETING, "whatsapp", true, null);
        clock.advance(Duration.ofSeconds(1));
        BulkId id = start(clinic, broadcast(MARKETING), new Chosen.All(Criterion.EVERYBODY));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(1);
        assertThat(results(clinic, id).get(bruno)).isEqualTo(BulkOutcome.DONE);
        assertThat(results(clinic, id).get(ana)).isInstanceOf(BulkOutcome.Postponed.class);
        assertThat(job(clinic, id).progress().left()).isEqualTo(1);
        clock.advance(Duration.ofHours(3));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(2);
        assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
        assertThat(results(clinic, id).values()).containsOnly(BulkOutcome.DONE);
    }

    @Test
    void aThrottledAccountHoldsTheBroadcastAndAThrottledContactOnlyItself() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        List<ContactId> people = people(clinic, 5);
        messenger.answering(dispatch -> messenger.sent().size() == 2
                ? new Verdict.RetryAfter(Duration.ofSeconds(16), true, 130429)
                : messenger.sent().size() == 4
                        ? new Verdict.RetryAfter(Duration.ofSeconds(64), false, 131056)
                        : ScriptedMessenger.accepted(dispatch));
        BulkId id = start(clinic, broadcast(REMINDER), new Chosen.These(Set.copyOf(people)));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(2);
        assertThat(results(clinic, id)).hasSize(1);
        clock.advance(Duration.ofSeconds(16));
        crm.dueWork().runDue();
        assertThat(job(clinic, id).progress().left()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(64));
        crm.dueWork().runDue();
        assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
        assertThat(results(clinic, id).values()).containsOnly(BulkOutcome.DONE);
        assertThat(messenger.sent()).hasSize(7);
        people.forEach(each -> assertThat(timeline(clinic, each)).hasSize(2));
    }

    @Test
    void whatStopsTheAccountPausesTheBroadcastUntilSomebodyResumesIt() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        List<ContactId> people = people(clinic, 3);
        messenger.answering(new Verdict.Stop(131031));
        BulkId id = start(clinic, broadcast(REMINDER), new Chosen.These(Set.copyOf(people)));
        crm.dueWork().runDue();
        assertThat(job(clinic, id).state()).isEqualTo(State.PAUSED);
        assertThat(messenger.sent()).hasSize(1);
        messenger.answering(ScriptedMessenger::accepted);
        clock.advance(Duration.ofHours(1));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(1);
        clinic.bulk().resume(id);
        crm.dueWork().runDue();
        assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
        assertThat(all(cursor -> clinic.bulk().refusals(id, cursor, 10)))
                .extracting(BulkResult::outcome)
                .containsExactly(refused(Reason.NOT_TAKEN));
    }

    @Test
    void whoeverDiesInTheMiddleOfItLosesNobodyAndSendsToNobodyTwice() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        List<ContactId> people = people(clinic, 4);
        messenger.answering(dispatch -> {
            if (messenger.sent().size() == 2) {
                throw new Killed();
            }
            return ScriptedMessenger.accepted(dispatch);
        });
        BulkId id = start(clinic, broadcast(REMINDER), new Chosen.These(Set.copyOf(people)));
        assertThatThrownBy(() -> crm.dueWork().runDue()).isInstanceOf(Killed.class);
        clock.advance(Duration.ofMinutes(4));
        sending().dueWork().runDue();
        assertThat(messenger.sent()).as("the lease of who died lasts").hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        sending().dueWork().runDue();
        assertThat(job(clinic, id).state()).isEqualTo(State.FINISHED);
        assertThat(messenger.sent())
                .extracting(dispatch -> dispatch.to())
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(results(clinic, id).values())
                .containsExactlyInAnyOrder(
                        BulkOutcome.DONE, BulkOutcome.DONE, BulkOutcome.DONE, refused(Reason.MAYBE_SENT));
    }

    @Test
    void whoHasNoneOfWhatTheMessageSaysIsLeftOutWhereNothingElseStandsThere() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        ContactId ana = ana(clinic);
        BulkAction nameless = new BulkAction.Broadcast(Campaign.of(REMINDER, Template.of("hello", "es_AR", "{name}")));
        BulkId id = start(clinic, nameless, new Chosen.These(Set.of(ana)));
        crm.dueWork().runDue();
        assertThat(results(clinic, id)).containsEntry(ana, refused(Reason.NO_VALUE));
        assertThat(messenger.sent()).isEmpty();
    }

    @Test
    void whatCameOfItIsCounted() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        List<ContactId> people = people(clinic, 4);
        BulkId id = start(clinic, broadcast(REMINDER), new Chosen.These(Set.copyOf(people)));
        crm.dueWork().runDue();
        clock.advance(Duration.ofMinutes(10));
        Instant later = clock.instant();
        for (Dispatch dispatch : messenger.sent()) {
            boolean first = dispatch.to().value().endsWith("00");
            boolean last = dispatch.to().value().endsWith("03");
            Party party = Party.of(dispatch.to());
            clinic.capture(new UpdateEvent(
                    ref("out." + dispatch.id()),
                    party,
                    new StatusReached(
                            first ? DeliveryState.READ : last ? DeliveryState.FAILED : DeliveryState.DELIVERED,
                            later)));
        }
        Party zero = Party.of(Identifier.phone("5491160000000"));
        Party one = Party.of(Identifier.phone("5491160000001"));
        ChannelAccount agenda = new ChannelAccount("agenda", "main");
        clinic.capture(
                said("yes", zero, later, "Sí"),
                said("yes again", zero, later, "Gracias"),
                new DealingEvent(
                        new ProviderRef(agenda, "A1"),
                        one,
                        Booking.of(AppointmentStatus.BOOKED, later.plus(Duration.ofDays(1))),
                        later),
                said("too late", one, later.plus(Duration.ofMinutes(1)), "Hola"));
        clock.advance(Duration.ofMinutes(10));
        assertThat(clinic.bulk().response(id, later)).contains(new Response(4, 3, 1, 1, 1, 1, 0));
        assertThat(clinic.bulk().response(id, clock.instant())).contains(new Response(4, 3, 1, 1, 2, 1, 0));
        assertThat(clinic.bulk().response(new BulkId(new UUID(1, 1)), later)).isEmpty();
    }

    @Test
    @Requirement("PRV-2")
    void anAgentWhoMaySendDoesNotBroadcast() {
        ContactId ana = ana(bot());
        CrmSession agent = sending().as(Actor.person(CLINIC, "user-7", Role.AGENT));
        assertThatThrownBy(() -> start(agent, broadcast(REMINDER), new Chosen.These(Set.of(ana))))
                .isInstanceOf(AccessDenied.class);
    }
}
