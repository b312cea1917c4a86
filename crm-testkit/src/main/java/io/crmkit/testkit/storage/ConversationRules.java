package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.profile.ConversationView;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interactions thread into conversations: until somebody ends one, or it falls silent. */
@Requirement({"CAP-8", "CTX-2"})
abstract class ConversationRules extends StorageRules {
    private static final Duration SILENCE = Duration.ofHours(24);

    ConversationRules(StorageUnderTest under) {
        super(under);
    }

    private List<Conversation.State> states(CrmSession clinic) {
        return conversations(clinic, onlyContact(clinic).id()).stream()
                .map(view -> view.conversation().state())
                .toList();
    }

    @Test
    void whatFollowsWithinADayBelongsToTheSame() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        clinic.capture(said("m2", ANA, MONDAY.plus(SILENCE)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2"));
        assertThat(states(clinic)).containsExactly(Conversation.State.OPEN);
    }

    @Test
    void afterMoreThanADayOfSilenceANewOneBegins() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        clinic.capture(said("m2", ANA, MONDAY.plus(SILENCE).plusSeconds(1)));
        assertThat(threads(clinic)).containsExactly(List.of("m1"), List.of("m2"));
        assertThat(states(clinic)).containsExactly(Conversation.State.SILENT, Conversation.State.OPEN);
    }

    @Test
    @Requirement("CAP-7")
    void silenceIsMeasuredByTheProvidersTime() {
        CrmSession clinic = clinic();
        clock.set(minute(1));
        clinic.capture(said("m1", ANA, MONDAY));
        clock.advance(Duration.ofDays(3));
        clinic.capture(said("m2", ANA, minute(2)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2"));
    }

    @Test
    void anUnansweredQuestionStaysOpenHoweverLong() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        clock.advance(Duration.ofDays(300));
        assertThat(states(clinic)).containsExactly(Conversation.State.OPEN);
    }

    @Test
    void afterAnEndANewOneBegins() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), happened("e1", ANA, EventKind.CONVERSATION_ENDED, minute(1)));
        assertThat(states(clinic)).containsExactly(Conversation.State.ENDED);
        clinic.capture(said("m2", ANA, minute(2)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "e1"), List.of("m2"));
        assertThat(states(clinic)).containsExactly(Conversation.State.ENDED, Conversation.State.OPEN);
    }

    @Test
    void reopenedItGoesOnHoweverLongAgoItEnded() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), happened("e1", ANA, EventKind.CONVERSATION_ENDED, minute(1)));
        clinic.capture(happened("e2", ANA, EventKind.CONVERSATION_REOPENED, hour(200)));
        clinic.capture(said("m2", ANA, hour(201)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "e1", "e2", "m2"));
        assertThat(states(clinic)).containsExactly(Conversation.State.OPEN);
    }

    @Test
    void eachNumberOfTheBusinessHasAConversationOfItsOwn() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA, MONDAY),
                MessageEvent.received(
                        new ProviderRef(SURGERY, "m2"), Party.of(ANA), minute(1), Content.text("to the surgery")));
        assertThat(threads(clinic)).containsExactly(List.of("m1"), List.of("m2"));
        assertThat(states(clinic)).containsExactly(Conversation.State.OPEN, Conversation.State.OPEN);
    }

    @Test
    @Requirement("CTX-3")
    void aConversationTellsItsFigures() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA, MONDAY),
                MessageEvent.sent(ref("m2"), Party.of(ANA), Author.BOT, minute(3), Content.text("Hola")),
                happened("e1", ANA, EventKind.HANDED_TO_AGENT, minute(4)),
                MessageEvent.sent(ref("m3"), Party.of(ANA), Author.AGENT, minute(9), Content.text("Soy Eva")),
                said("m4", ANA, minute(10)));
        ConversationView view = conversations(clinic, onlyContact(clinic).id()).get(0);
        assertThat(view.conversation().account()).isEqualTo(RECEPTION);
        assertThat(view.conversation().openedAt()).isEqualTo(MONDAY);
        assertThat(view.conversation().closedAt()).isEmpty();
        assertThat(view.duration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(view.tally().fromCustomer()).isEqualTo(2);
        assertThat(view.tally().fromBot()).isEqualTo(1);
        assertThat(view.tally().fromAgent()).isEqualTo(1);
        assertThat(view.tally().events()).isEqualTo(1);
        assertThat(view.tally().firstResponse()).contains(Duration.ofMinutes(3));
        assertThat(view.tally().handler()).contains(Author.AGENT);
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2", "e1", "m3", "m4"));
    }

    @Test
    @Requirement("CTX-3")
    void anEndedConversationClosedWithItsLastEntry() {
        CrmSession clinic = clinic();
        Instant ended = minute(7);
        clinic.capture(said("m1", ANA, MONDAY), happened("e1", ANA, EventKind.CONVERSATION_ENDED, ended));
        ConversationView view = conversations(clinic, onlyContact(clinic).id()).get(0);
        assertThat(view.conversation().closedAt()).contains(ended);
        assertThat(view.tally().firstResponse()).isEmpty();
        assertThat(view.tally().handler()).isEmpty();
    }
}
