package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.Outcome;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.StatusReached;
import io.crmkit.profile.ConversationView;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However often and however much at once something is delivered, it happened once. */
@Requirement("CAP-3")
abstract class OnceRules extends StorageRules {
    OnceRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void sixtyFourThreadsWithOneNewSenderMakeOneContact() throws Exception {
        List<CrmSession> applications = applications(4);
        List<CaptureReceipt> receipts =
                Together.run(64, i -> () -> applications.get(i % 4).capture(said("m" + i, ANA, minute(i))));
        assertThat(receipts).allMatch(receipt -> receipt.captured() == 1);
        assertThat(onlyContact(clinic()).activity().interactions()).isEqualTo(64);
        assertThat(ids(clinic(), onlyContact(clinic()).id())).hasSize(64);
    }

    @Test
    @Requirement("CAP-6")
    void threadsThatKnowAPersonByDifferentIdentifiersMakeOneContact() throws Exception {
        List<CrmSession> applications = applications(4);
        List<Party> parties = List.of(Party.of(ANA), Party.of(ANA_ID), Party.of(ANA, ANA_ID));
        Together.run(
                24,
                i -> () -> applications.get(i % 4).capture(said("m" + i, parties.get(i % 3), minute(i), "text " + i)));
        assertThat(onlyContact(clinic()).contact().identifiers()).containsExactly(ANA, ANA_ID);
        assertThat(ids(clinic(), onlyContact(clinic()).id())).hasSize(24);
        assertThat(onlyContact(clinic()).activity().interactions()).isEqualTo(24);
    }

    @Test
    void oneMessageDeliveredAHundredTimesAtOnceIsOneAndCountedOnce() throws Exception {
        List<CrmSession> applications = applications(4);
        List<CaptureReceipt> receipts =
                Together.run(100, i -> () -> applications.get(i % 4).capture(said("m1", ANA, MONDAY)));
        assertThat(receipts.stream().mapToLong(CaptureReceipt::captured).sum()).isEqualTo(1);
        assertThat(onlyContact(clinic()).activity().interactions()).isEqualTo(1);
        assertThat(threads(clinic())).containsExactly(List.of("m1"));
    }

    @Test
    @Requirement("CAP-8")
    void thirtyPhotosInOneMillisecondOpenOneConversation() throws Exception {
        List<CrmSession> applications = applications(4);
        Together.run(
                30,
                i -> () -> applications
                        .get(i % 4)
                        .capture(MessageEvent.received(
                                ref("p" + i), Party.of(ANA), MONDAY, Content.of("image", null, "{}"))));
        List<ConversationView> conversations =
                conversations(clinic(), onlyContact(clinic()).id());
        assertThat(conversations).hasSize(1);
        assertThat(conversations.get(0).conversation().open()).isTrue();
        assertThat(conversations.get(0).tally().fromCustomer()).isEqualTo(30);
    }

    @Test
    void manySendersAtOnceEachHaveTheirOwn() throws Exception {
        List<CrmSession> applications = applications(4);
        Together.run(
                40,
                i -> () -> applications
                        .get(i % 4)
                        .capture(said("a" + i, ANA, minute(i)), said("b" + i, BRUNO, minute(i))));
        assertThat(contacts(clinic()))
                .extracting(contact -> contact.activity().interactions())
                .containsExactly(40, 40);
    }

    @Test
    void theSameTwiceInOneDeliveryIsOne() {
        CrmSession clinic = clinic();
        CaptureReceipt receipt = clinic.capture(said("m1", ANA, MONDAY), said("m1", ANA, MONDAY));
        assertThat(receipt.outcomes()).hasExactlyElementsOfTypes(Outcome.Captured.class, Outcome.Known.class);
        assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1");
    }

    @Test
    void deliveredAgainNothingChanges() {
        CrmSession clinic = clinic();
        List<InboundEvent> day = List.of(
                said("m1", Party.of(ANA, ANA_ID).named("Ana"), MONDAY, "Hola"),
                updated("m1", ANA, new StatusReached(DeliveryState.READ, MONDAY)),
                listed(Party.of(BRUNO).named("Bruno"), minute(1)),
                said("m2", BRUNO, minute(2)),
                stated(Party.of(BRUNO_ID).formerly(BRUNO), minute(3)),
                happened("e1", BRUNO_ID, EventKind.CONVERSATION_ENDED, minute(4)));
        clinic.capture(day);
        Snapshot before = Snapshot.of(clinic);
        CaptureReceipt again = clinic.capture(day);
        assertThat(again.captured()).isZero();
        assertThat(Snapshot.of(clinic)).isEqualTo(before);
    }
}
