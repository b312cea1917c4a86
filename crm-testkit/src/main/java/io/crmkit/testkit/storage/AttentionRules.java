package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.profile.ConversationView;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A conversation says who is to speak next, whatever the order in which it was heard of. */
@Requirement("CAP-11")
abstract class AttentionRules extends StorageRules {
    AttentionRules(StorageUnderTest under) {
        super(under);
    }

    private static InboundEvent answered(String id, Instant at) {
        return MessageEvent.sent(ref(id), Party.of(ANA), Author.AGENT, at, Content.text("answer"));
    }

    private static Attention latest(CrmSession session) {
        List<ConversationView> views =
                conversations(session, onlyContact(session).id());
        return views.get(views.size() - 1).conversation().attention();
    }

    @Test
    void whoeverSpokeLastWaitsForTheOther() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(latest(clinic).waitingSince()).contains(MONDAY);
        clinic.capture(answered("m2", minute(5)));
        assertThat(latest(clinic).waitingSince()).isEmpty();
        clinic.capture(said("m3", ANA, minute(9)));
        assertThat(latest(clinic).waitingSince()).contains(minute(9));
        clinic.capture(happened("e1", ANA, EventKind.RESOLUTION_CONFIRMED, minute(12)));
        assertThat(latest(clinic).waitingSince()).isEmpty();
    }

    @Test
    void itFollowsFromWhatWasSaidAndNotFromItsOrder() {
        List<InboundEvent> told = List.of(
                said("m1", ANA, MONDAY),
                answered("m2", minute(5)),
                happened("e1", ANA, EventKind.ESCALATED, minute(6)),
                said("m3", ANA, hour(30)));
        for (List<InboundEvent> order : orders(told)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(latest(clinic).waitingSince()).contains(hour(30));
            assertThat(latest(clinic).calledSince()).as("goes on in the next").contains(minute(6));
        }
    }

    @Test
    void whatWasCalledForIsOpenUntilItIsResolvedOrTheConversationEnds() {
        for (EventKind call : List.of(EventKind.ESCALATED, EventKind.HANDED_TO_AGENT)) {
            for (EventKind end : List.of(EventKind.RESOLUTION_CONFIRMED, EventKind.CONVERSATION_ENDED)) {
                CrmSession clinic = fresh();
                clinic.capture(
                        said("m1", ANA, MONDAY), happened("e1", ANA, call, minute(1)), answered("m2", minute(2)));
                assertThat(latest(clinic).calledSince()).contains(minute(1));
                clinic.capture(happened("e2", ANA, end, minute(3)));
                assertThat(latest(clinic).calledSince()).isEmpty();
            }
        }
    }

    @Test
    void feedbackKeepsItsScoreAndWhatIsToldOfItLaterCounts() {
        List<InboundEvent> told = List.of(
                said("m1", ANA, MONDAY),
                feedback(minute(5), "3"),
                feedback(minute(7), "4.50"),
                happened("e2", ANA, EventKind.CONVERSATION_ENDED, minute(6)));
        for (List<InboundEvent> order : orders(told)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(timeline(clinic, onlyContact(clinic).id()))
                    .filteredOn(entry -> entry.occurrence().ref().id().equals("f1"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(((SystemEvent) entry).score()).isEqualTo(new BigDecimal("4.5"));
                        assertThat(entry.occurredAt()).isEqualTo(minute(7));
                    });
            assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(3);
            assertThat(threads(clinic)).containsExactly(List.of("m1", "e2"), List.of("f1"));
        }
    }

    private static HappeningEvent feedback(Instant at, String score) {
        return new HappeningEvent(
                ref("f1"),
                Party.of(ANA),
                EventKind.FEEDBACK,
                at,
                Content.of("feedback", "Muy bien", null),
                new BigDecimal(score));
    }
}
