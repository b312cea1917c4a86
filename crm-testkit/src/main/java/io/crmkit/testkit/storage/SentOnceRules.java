package io.crmkit.testkit.storage;

import static io.crmkit.consent.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.StatusReached;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Objection.Reason;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.outreach.Sending;
import io.crmkit.outreach.Verdict;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.ScriptedMessenger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody gets a message twice, whatever dies and whatever the provider answers. */
@Requirement("MSG-1")
abstract class SentOnceRules extends SpeakingRules {
    SentOnceRules(StorageUnderTest under) {
        super(under);
    }

    /** What kills a process in the middle of something. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static UpdateEvent reached(String id, UUID sending, DeliveryState state, Instant at) {
        return new UpdateEvent(ref(id), Party.of(ANA), new StatusReached(state, at), sending);
    }

    @Test
    void whatIsAskedForTwiceByOneKeyIsSentOnce() {
        CrmSession clinic = bot();
        ContactId ana = ana(clinic);
        Draft draft = Draft.answer("Hola").once("request-1");
        SendOutcome first = clinic.outreach().send(ana, draft);
        assertThat(clinic.outreach().send(ana, draft)).isEqualTo(first);
        assertThat(messenger.sent()).hasSize(1);
        clinic.outreach().send(ana, Draft.answer("Hola"));
        clinic.outreach().send(ana, Draft.answer("Hola"));
        assertThat(messenger.sent()).hasSize(3);
    }

    @Test
    void whatMayHaveBeenSentIsNotSentAgainAndIsKnownOnceTheProviderTellsOfIt() {
        CrmSession clinic = bot();
        ContactId ana = ana(clinic);
        messenger.answering(new Verdict.Unknown());
        Draft draft = Draft.answer("Hola").once("request-1");
        SendOutcome.Unknown unknown = (SendOutcome.Unknown) clinic.outreach().send(ana, draft);
        assertThat(clinic.outreach().send(ana, draft)).isEqualTo(unknown);
        assertThat(clinic.outreach().unsettled(ana, 10))
                .extracting(Sending::state)
                .containsExactly(Sending.State.UNKNOWN);
        assertThat(ids(clinic, ana)).containsExactly("m1");
        clinic.capture(reached("w1", unknown.sending(), DeliveryState.DELIVERED, clock.instant()));
        Message message = message(clinic, "w1");
        assertThat(message.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(message.content().text()).isEqualTo("Hola");
        assertThat(clinic.outreach().send(ana, draft)).isEqualTo(new SendOutcome.Sent(unknown.sending(), message.id()));
        clinic.capture(reached("w1", unknown.sending(), DeliveryState.READ, clock.instant()));
        assertThat(ids(clinic, ana)).containsExactly("m1", "w1");
        assertThat(message(clinic, "w1").state()).isEqualTo(DeliveryState.READ);
        assertThat(messenger.sent()).hasSize(1);
        assertThat(clinic.outreach().unsettled(ana, 10)).isEmpty();
    }

    @Test
    void whoeverDiesInTheMiddleOfACallLeavesAMessageThatMayHaveBeenSent() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        ContactId ana = ana(clinic);
        messenger.answering(dispatch -> {
            throw new Killed();
        });
        Draft draft = Draft.answer("Hola").once("request-1");
        assertThatThrownBy(() -> clinic.outreach().send(ana, draft)).isInstanceOf(Killed.class);
        messenger.answering(ScriptedMessenger::accepted);
        UUID id = messenger.sent().get(0).id();
        assertThat(clinic.outreach().send(ana, draft)).isEqualTo(new SendOutcome.Unknown(id));
        clock.advance(Duration.ofMinutes(6));
        crm.dueWork().runDue();
        assertThat(clinic.outreach().unsettled(ana, 10))
                .extracting(Sending::state)
                .containsExactly(Sending.State.UNKNOWN);
        clock.advance(Duration.ofDays(1));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(1);
        clinic.capture(reached("w1", id, DeliveryState.SENT, clock.instant()));
        assertThat(ids(clinic, ana)).containsExactly("m1", "w1");
    }

    @Test
    void aStatusThatOvertakesTheAnswerPutsTheMessageIntoTheTimelineOnce() {
        CrmSession clinic = bot();
        ContactId ana = ana(clinic);
        messenger.answering(dispatch -> {
            clinic.capture(reached("w1", dispatch.id(), DeliveryState.SENT, clock.instant()));
            return new Verdict.Accepted("w1");
        });
        SendOutcome.Sent sent = (SendOutcome.Sent) clinic.outreach().send(ana, Draft.answer("Hola"));
        assertThat(ids(clinic, ana)).containsExactly("m1", "w1");
        assertThat(message(clinic, "w1").id()).isEqualTo(sent.interaction());
        assertThat(message(clinic, "w1").state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void whatTheProviderDoesNotTakeYetIsTriedAgainAndDecidedAnew() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        ContactId ana = ana(clinic);
        messenger.answering(new Verdict.RetryAfter(Duration.ofSeconds(4), false, 131056));
        SendOutcome.Postponed postponed =
                (SendOutcome.Postponed) clinic.outreach().send(ana, Draft.answer("Hola"));
        assertThat(postponed.until()).isEqualTo(clock.instant().plusSeconds(4));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(1);
        clock.advance(Duration.ofSeconds(4));
        messenger.answering(ScriptedMessenger::accepted);
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(2);
        assertThat(messenger.sent()).extracting(Dispatch::id).containsOnly(postponed.sending());
        assertThat(timeline(clinic, ana)).hasSize(2);

        messenger.answering(new Verdict.RetryAfter(Duration.ofHours(25), false, 131049));
        clinic.outreach().send(ana, Draft.answer("¿Venís?"));
        clock.advance(Duration.ofHours(25));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).as("the window closed meanwhile").hasSize(3);
        assertThat(clinic.outreach().unsettled(ana, 10)).isEmpty();
    }

    @Test
    void whatTheProviderNeverTakesIsGivenUp() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        ContactId ana = ana(clinic);
        messenger.answering(new Verdict.RetryAfter(Duration.ofMinutes(1), false, 130429));
        clinic.outreach().send(ana, Draft.answer("Hola"));
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMinutes(1));
            crm.dueWork().runDue();
        }
        assertThat(messenger.sent()).hasSize(12);
        assertThat(clinic.outreach().unsettled(ana, 10)).isEmpty();
    }

    @Test
    @Requirement("PRV-8")
    void whoToldTheProviderThatTheyWantNoMarketingIsSentNone() {
        CrmSession clinic = bot();
        clock.advance(Duration.ofHours(8));
        ContactId ana = ana(clinic);
        clinic.privacy().consent(ana, MARKETING, "whatsapp", true, null);
        clock.advance(Duration.ofMinutes(1));
        messenger.answering(new Verdict.OptedOut(131050));
        assertThat(clinic.outreach().send(ana, Draft.of(MARKETING, REMINDER))).isInstanceOf(SendOutcome.Failed.class);
        assertThat(clinic.outreach().decide(ana, Draft.of(MARKETING, REMINDER)).objects(Reason.SUPPRESSED))
                .isTrue();
    }

    @Test
    void whatTheProviderRefusesSaysWhatToDoAndIsNotTriedAgain() {
        Crm crm = sending();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        ContactId ana = ana(clinic);
        messenger.answering(new Verdict.Refused(131047, Verdict.Advice.USE_TEMPLATE));
        SendOutcome.Failed failed = (SendOutcome.Failed) clinic.outreach().send(ana, Draft.answer("Hola"));
        assertThat(failed.advice()).isEqualTo(Verdict.Advice.USE_TEMPLATE);
        assertThat(failed.stop()).isFalse();
        messenger.answering(new Verdict.Stop(131031));
        assertThat(((SendOutcome.Failed) clinic.outreach().send(ana, Draft.answer("Hola"))).stop())
                .isTrue();
        clock.advance(Duration.ofDays(1));
        crm.dueWork().runDue();
        assertThat(messenger.sent()).hasSize(2);
        assertThat(timeline(clinic, ana)).hasSize(1);
    }

    @Test
    @Requirement("PRV-5")
    void whoIsErasedWhileTheProviderIsCalledDoesNotComeBackByIt() {
        CrmSession clinic = bot();
        ContactId ana = ana(clinic);
        messenger.answering(dispatch -> {
            clinic.privacy().erase(ana);
            return new Verdict.Accepted("w1");
        });
        SendOutcome.Sent sent = (SendOutcome.Sent) clinic.outreach().send(ana, Draft.answer("Hola"));
        assertThat(sent.interaction()).isNull();
        clinic.capture(List.of(reached("w1", sent.sending(), DeliveryState.SENT, clock.instant())));
        assertThat(contacts(clinic)).isEmpty();
    }
}
