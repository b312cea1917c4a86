package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.EventKind;
import io.crmkit.testkit.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes late belongs where it would have belonged in time. */
@Requirement({"CAP-4", "CAP-8"})
abstract class LateMessageRules extends StorageRules {
    LateMessageRules(StorageUnderTest under) {
        super(under);
    }

    private ConversationId conversationOf(CrmSession clinic, String id) {
        return message(clinic, id).occurrence().conversation();
    }

    private void inEveryOrder(List<InboundEvent> events, List<List<String>> expected) {
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(threads(clinic)).isEqualTo(expected);
            List<Conversation> conversations = conversations(
                            clinic, onlyContact(clinic).id())
                    .stream()
                    .map(view -> view.conversation())
                    .toList();
            assertThat(conversations.subList(0, conversations.size() - 1)).noneMatch(Conversation::open);
            assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(events.size());
        }
    }

    @Test
    void aLateMessageJoinsTheConversationOfItsTime() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m3", ANA, hour(100)));
        clinic.capture(said("m2", ANA, hour(3)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2"), List.of("m3"));
    }

    @Test
    void aLateMessageBridgesTwoAndTheEarlierOneKeepsItsId() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m3", ANA, hour(40)));
        ConversationId first = conversationOf(clinic, "m1");
        assertThat(conversationOf(clinic, "m3")).isNotEqualTo(first);
        clinic.capture(said("m2", ANA, hour(20)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2", "m3"));
        assertThat(conversationOf(clinic, "m3")).isEqualTo(first);
    }

    @Test
    void aLateEndSplits() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA, hour(2)));
        ConversationId before = conversationOf(clinic, "m1");
        clinic.capture(happened("e1", ANA, EventKind.CONVERSATION_ENDED, hour(1)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "e1"), List.of("m2"));
        assertThat(conversationOf(clinic, "m1")).isEqualTo(before);
    }

    @Test
    void anEarlierMessageMayOpenAConversationOfItsOwn() {
        CrmSession clinic = clinic();
        clinic.capture(said("m2", ANA, hour(100)));
        ConversationId later = conversationOf(clinic, "m2");
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(threads(clinic)).containsExactly(List.of("m1"), List.of("m2"));
        assertThat(conversationOf(clinic, "m2")).isEqualTo(later);
    }

    @Test
    void silencesAndBridgesInEveryOrder() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        said("m2", ANA, hour(24)),
                        said("m3", ANA, hour(48)),
                        said("m4", ANA, hour(73))),
                List.of(List.of("m1", "m2", "m3"), List.of("m4")));
    }

    @Test
    void endsAndReopeningsInEveryOrder() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        happened("e1", ANA, EventKind.CONVERSATION_ENDED, hour(1)),
                        happened("e2", ANA, EventKind.CONVERSATION_REOPENED, hour(30)),
                        happened("e3", ANA, EventKind.CONVERSATION_ENDED, hour(31)),
                        said("m2", ANA, hour(32))),
                List.of(List.of("m1", "e1", "e2", "e3"), List.of("m2")));
    }

    @Test
    void anEndInTheSameInstantAsAMessageComesAfterIt() {
        inEveryOrder(
                List.of(
                        happened("e1", ANA, EventKind.CONVERSATION_ENDED, MONDAY),
                        said("m1", ANA, MONDAY),
                        said("m2", ANA, minute(1))),
                List.of(List.of("m1", "e1"), List.of("m2")));
    }

    @Test
    void aMessageOfAPastHolderOfANumberJoinsTheirConversation() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA, MONDAY),
                stated(Party.of(BRUNO).formerly(ANA), hour(1)),
                said("m3", BRUNO, hour(2)),
                said("m4", ANA, hour(3)));
        clinic.capture(said("m2", ANA, minute(30)));
        assertThat(idsByContact(clinic)).containsExactly(List.of("m1", "m2", "m3"), List.of("m4"));
        assertThat(conversationOf(clinic, "m2")).isEqualTo(conversationOf(clinic, "m3"));
    }
}
