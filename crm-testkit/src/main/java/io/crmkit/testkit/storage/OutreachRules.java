package io.crmkit.testkit.storage;

import static io.crmkit.consent.Purpose.ANSWER;
import static io.crmkit.consent.Purpose.MARKETING;
import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import io.crmkit.outreach.Decision;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Objection;
import io.crmkit.outreach.Objection.Reason;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.SendOutcome;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.OutreachLimits;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be said to whom is decided before anybody is called, and what was said is in the timeline at once. */
@Requirement({"MSG-1", "MSG-2"})
abstract class OutreachRules extends SpeakingRules {
    OutreachRules(StorageUnderTest under) {
        super(under);
    }

    private static List<Reason> reasons(Decision decision) {
        return decision.objections().stream().map(Objection::reason).toList();
    }

    @Test
    void whatIsSentIsInTheTimelineAtOnceAndFollowsWhatTheProviderTells() {
        CrmSession clinic = bot();
        ContactId ana = ana(clinic);
        SendOutcome.Sent sent =
                (SendOutcome.Sent) clinic.outreach().send(ana, Draft.answer("¡Hola! ¿En qué te ayudo?"));
        String id = "out." + messenger.sent().get(0).id();
        Message message = message(clinic, id);
        assertThat(message.id()).isEqualTo(sent.interaction());
        assertThat(message.content().text()).isEqualTo("¡Hola! ¿En qué te ayudo?");
        assertThat(message.author()).isEqualTo(Author.BOT);
        assertThat(message.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(messenger.sent().get(0).to()).isEqualTo(ANA);
        clinic.capture(
                updated(id, ANA, new StatusReached(DeliveryState.DELIVERED, clock.instant())),
                updated(id, ANA, new StatusReached(DeliveryState.SENT, clock.instant())));
        assertThat(message(clinic, id).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(ids(clinic, ana)).containsExactly("m1", id);
        assertThat(clinic.outreach().unsettled(ana, 10)).isEmpty();
    }

    @Test
    void aPersonSpeaksAsAnAgentAndAnAnalystDoesNotSpeak() {
        ContactId ana = ana(bot());
        CrmSession agent = sending().as(Actor.person(CLINIC, "user-7", Role.AGENT));
        SendOutcome.Sent sent = (SendOutcome.Sent) agent.outreach().send(ana, Draft.answer("Soy Julia"));
        assertThat(agent.timeline(ana, null, 1).items().get(0).author()).isEqualTo(Author.AGENT);
        assertThat(agent.timeline(ana, null, 1).items().get(0).id()).isEqualTo(sent.interaction());
        CrmSession analyst = sending().as(Actor.person(CLINIC, "user-9", Role.ANALYST));
        assertThatThrownBy(() -> analyst.outreach().send(ana, Draft.answer("Hola")))
                .isInstanceOf(AccessDenied.class);
        assertThat(messenger.sent()).hasSize(1);
    }

    @Test
    @Requirement("CAP-7")
    void onceNobodyWroteForADayByTheProvidersTimeOnlyATemplateIsSent() {
        CrmSession clinic = bot();
        Instant now = clock.instant();
        // Delivered ten hours late: what counts is when it was written.
        clinic.capture(said("m1", ANA, now.minus(Duration.ofHours(24)).plusSeconds(1)));
        ContactId ana = holder(clinic, ANA);
        Decision open = clinic.outreach().decide(ana, Draft.answer("Hola"));
        assertThat(open.allowed()).isTrue();
        assertThat(open.openUntil()).isEqualTo(now.plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(reasons(clinic.outreach().decide(ana, Draft.answer("Hola")))).containsExactly(Reason.WINDOW_CLOSED);
        assertThat(clinic.outreach().send(ana, Draft.answer("Hola"))).isInstanceOf(SendOutcome.NotAllowed.class);
        assertThat(messenger.sent()).isEmpty();
        assertThat(clinic.outreach().send(ana, Draft.of(Purpose.REMINDER, REMINDER)))
                .isInstanceOf(SendOutcome.Sent.class);
        // What the business says opens nothing, nor does what is said to another of its numbers.
        clinic.capture(MessageEvent.received(
                new ProviderRef(SURGERY, "m2"), Party.of(ANA), clock.instant(), Content.text("Hola")));
        assertThat(clinic.outreach()
                        .decide(ana, Draft.answer("Hola").from(RECEPTION))
                        .objects(Reason.WINDOW_CLOSED))
                .isTrue();
        assertThat(clinic.outreach()
                        .decide(ana, Draft.answer("Hola").from(SURGERY))
                        .allowed())
                .isTrue();
    }

    @Test
    @Requirement({"PRV-8", "PRV-9", "LST-5"})
    void nothingIsSentToWhoMustNotBeWrittenTo() {
        CrmSession clinic = bot();
        clock.advance(Duration.ofHours(6));
        ContactId ana = ana(clinic);
        Draft offer = Draft.of(MARKETING, REMINDER);
        assertThat(reasons(clinic.outreach().decide(ana, offer))).containsExactly(Reason.NO_CONSENT);
        clinic.privacy().consent(ana, MARKETING, "whatsapp", true, null);
        clock.advance(Duration.ofMinutes(1));
        assertThat(clinic.outreach().decide(ana, offer).allowed()).isTrue();
        clinic.capture(said("m2", Party.of(ANA), clock.instant(), "BAJA"));
        assertThat(reasons(clinic.outreach().decide(ana, offer))).containsExactly(Reason.SUPPRESSED);
        assertThat(clinic.outreach().decide(ana, Draft.answer("Listo")).allowed())
                .isTrue();
        clinic.setStatus(ana, ContactStatus.BLOCKED);
        assertThat(reasons(clinic.outreach().decide(ana, Draft.answer("Hola")))).containsExactly(Reason.BLOCKED);
        clinic.setStatus(ana, null);
        clinic.privacy().restrict(ana);
        assertThat(reasons(clinic.outreach().decide(ana, Draft.answer("Hola")))).containsExactly(Reason.RESTRICTED);
        clinic.privacy().liftRestriction(ana);
        clinic.privacy().erase(ana);
        assertThat(reasons(clinic.outreach().decide(ana, Draft.answer("Hola")))).containsExactly(Reason.ERASED);
        assertThat(reasons(clinic.outreach().decide(new ContactId(new UUID(1, 1)), Draft.answer("Hola"))))
                .containsExactly(Reason.UNKNOWN_CONTACT);
        assertThat(clinic.outreach().send(ana, Draft.answer("Hola"))).isInstanceOf(SendOutcome.NotAllowed.class);
        assertThat(messenger.sent()).isEmpty();
    }

    @Test
    void marketingIsHeldBackInQuietHoursWhereTheContactIsAndAnswersNever() {
        CrmSession clinic = bot();
        // Eight in the morning in London: five in Buenos Aires, ten in Madrid by then summer time.
        ContactId ana = ana(clinic);
        clinic.capture(said("m2", BRUNO, clock.instant()));
        ContactId bruno = holder(clinic, BRUNO);
        for (ContactId each : List.of(ana, bruno)) {
            clinic.privacy().consent(each, MARKETING, "whatsapp", true, null);
        }
        Draft offer = Draft.of(MARKETING, REMINDER);
        Decision held = clinic.outreach().decide(ana, offer);
        assertThat(reasons(held)).containsExactly(Reason.QUIET_HOURS);
        assertThat(held.later()).contains(Instant.parse("2026-04-01T11:00:00Z"));
        assertThat(clinic.outreach().decide(ana, Draft.answer("Hola")).allowed())
                .isTrue();
        assertThat(clinic.outreach().decide(bruno, offer).allowed()).isTrue();
        clinic.set(bruno, "zone", AttributeValue.of("America/Manaus"));
        assertThat(clinic.outreach().decide(bruno, offer).later()).contains(Instant.parse("2026-04-01T12:00:00Z"));
        clinic.set(bruno, "zone", AttributeValue.of("Mars/Base"));
        assertThat(clinic.outreach().decide(bruno, offer).allowed()).isTrue();
    }

    @Test
    void nobodyIsSentMoreMarketingThanTheTenantAllows() {
        CrmSession clinic = bot();
        clock.advance(Duration.ofHours(8));
        ContactId ana = ana(clinic);
        clinic.privacy().consent(ana, MARKETING, "whatsapp", true, null);
        Instant first = clock.instant();
        Draft offer = Draft.of(MARKETING, REMINDER);
        for (int i = 0; i < 3; i++) {
            assertThat(clinic.outreach().send(ana, offer)).isInstanceOf(SendOutcome.Sent.class);
            clock.advance(Duration.ofMinutes(10));
        }
        Decision enough = clinic.outreach().decide(ana, offer);
        assertThat(reasons(enough)).containsExactly(Reason.TOO_OFTEN);
        assertThat(enough.later()).contains(first.plus(Duration.ofDays(7)));
        assertThat(clinic.outreach()
                        .decide(ana, Draft.of(Purpose.REMINDER, REMINDER))
                        .allowed())
                .isTrue();
        // What was sent to either counts for both who turn out to be one.
        clinic.capture(said("m2", BRUNO, clock.instant()));
        ContactId bruno = holder(clinic, BRUNO);
        clinic.privacy().consent(bruno, MARKETING, "whatsapp", true, null);
        assertThat(clinic.outreach().decide(bruno, offer).allowed()).isTrue();
        clinic.merge(bruno, ana);
        assertThat(reasons(clinic.outreach().decide(bruno, offer))).containsExactly(Reason.TOO_OFTEN);
        clock.advance(Duration.ofDays(7));
        assertThat(clinic.outreach().send(bruno, offer)).isInstanceOf(SendOutcome.Sent.class);
    }

    @Test
    void whoHidesTheirNumberIsReachedByTheirUserId() {
        CrmSession clinic = bot();
        clinic.capture(said("m1", BRUNO_ID, clock.instant()));
        ContactId bruno = contacts(clinic).get(0).id();
        assertThat(clinic.outreach().send(bruno, Draft.answer("Hola"))).isInstanceOf(SendOutcome.Sent.class);
        assertThat(messenger.sent().get(0).to()).isEqualTo(BRUNO_ID);
        clinic.capture(said("m2", Identifier.email("zoe@example.org"), clock.instant()));
        assertThat(contacts(clinic)).hasSize(2);
        ContactId zoe = contacts(clinic).get(1).id();
        assertThat(reasons(clinic.outreach().decide(zoe, Draft.of(Purpose.REMINDER, REMINDER))))
                .contains(Reason.NO_ADDRESS);
        assertThat(reasons(crm(storage()).as(Actor.system(CLINIC)).outreach().decide(bruno, Draft.answer("Hola"))))
                .containsExactly(Reason.NO_MESSENGER);
    }

    @Test
    void aMessageIsQuotedReactedToAndMarkedAsRead() {
        CrmSession clinic = bot();
        ContactId ana = ana(clinic);
        InteractionId hers = timeline(clinic, ana).get(0).id();
        clinic.outreach().send(ana, Draft.of(ANSWER, new Outgoing.Text("Sí", hers)));
        clinic.outreach().send(ana, Draft.of(ANSWER, new Outgoing.Reaction(hers, "👍")));
        clinic.outreach().send(ana, Draft.of(ANSWER, new Outgoing.ReadMark(hers)));
        assertThat(messenger.sent()).extracting(dispatch -> dispatch.about()).containsExactly("m1", "m1", "m1");
        assertThat(message(clinic, "m1").reactions()).extracting(Reacted::emoji).containsExactly("👍");
        assertThat(timeline(clinic, ana)).hasSize(2);
        assertThat(timeline(clinic, ana).get(1).content().replyTo()).isEqualTo("m1");
        clinic.capture(said("m9", BRUNO, clock.instant()));
        Draft elsewhere = Draft.of(ANSWER, new Outgoing.Reaction(hers, "👍"));
        assertThat(reasons(clinic.outreach().decide(holder(clinic, BRUNO), elsewhere)))
                .containsExactly(Reason.NO_SUCH_MESSAGE);
    }

    @Test
    void thereAreNoQuietHoursWhereBothTimesAreTheSame() {
        OutreachLimits limits = OutreachLimits.DEFAULT.quiet(LocalTime.NOON, LocalTime.NOON, MARKETING);
        assertThat(limits.quietUntil(MARKETING, clock.instant(), settings().zone()))
                .isEmpty();
        assertThatThrownBy(() -> limits.quiet(LocalTime.NOON, LocalTime.MIDNIGHT, ANSWER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
