package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.StatusReached;
import io.crmkit.testkit.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the business says is part of the story too, however it is heard of. */
@Requirement("CAP-13")
abstract class BusinessSideRules extends StorageRules {
    private static final Content OFFER = Content.text("Mañana a las 10");

    BusinessSideRules(StorageUnderTest under) {
        super(under);
    }

    private static MessageEvent told(Author by, Origin origin, Content content) {
        return new MessageEvent(ref("m1"), Party.of(ANA), by, origin, MONDAY, content);
    }

    @Test
    void botAndAgentsAreToldApart() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA, MONDAY),
                MessageEvent.sent(ref("m2"), Party.of(ANA), Author.BOT, minute(1), OFFER),
                MessageEvent.sent(ref("m3"), Party.of(ANA), Author.AGENT, minute(2), OFFER));
        assertThat(timeline(clinic, onlyContact(clinic).id()))
                .extracting(Interaction::author)
                .containsExactly(Author.CUSTOMER, Author.BOT, Author.AGENT);
        assertThat(onlyContact(clinic).activity().fromCustomer()).isEqualTo(1);
        assertThat(onlyContact(clinic).activity().fromBusiness()).isEqualTo(2);
    }

    @Test
    void somebodyWhoOnlyWasWrittenToIsAContactToo() {
        CrmSession clinic = clinic();
        clinic.capture(told(Author.AGENT, Origin.ECHO, OFFER));
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(ANA);
        assertThat(clinic.profile(onlyContact(clinic).id()).orElseThrow().inquiry())
                .isEmpty();
    }

    @Test
    @Requirement("CAP-4")
    void whatOwnCodeSentMeetsItsEchoInWhicheverOrder() {
        List<InboundEvent> tellings = List.of(
                told(Author.BOT, Origin.SENT, OFFER),
                told(Author.AGENT, Origin.ECHO, Content.of("text", "Mañana a las 10", "{}")),
                updated("m1", ANA, new StatusReached(DeliveryState.DELIVERED, minute(1))));
        for (List<InboundEvent> order : orders(tellings)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            Message message = message(clinic, "m1");
            assertThat(message.author()).isEqualTo(Author.BOT);
            assertThat(message.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(1);
        }
    }

    @Test
    @Requirement("CAP-4")
    void importedHistoryYieldsToTheMessageAsItHappened() {
        MessageEvent history = new MessageEvent(
                ref("m1"),
                Party.of(ANA),
                Author.CUSTOMER,
                Origin.HISTORY,
                minute(3),
                Content.of("media_placeholder", null, null));
        MessageEvent live = said("m1", Party.of(ANA), MONDAY, "with the picture");
        for (List<InboundEvent> order : orders(List.of(history, live, said("m2", ANA, minute(2))))) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(message(clinic, "m1").content().text()).isEqualTo("with the picture");
            assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1", "m2");
            assertThat(onlyContact(clinic).activity().lastContactAt()).contains(minute(2));
        }
    }

    @Test
    void aStatusBeforeTheSendReturnsIsNotLost() {
        CrmSession clinic = clinic();
        clinic.capture(updated("m1", ANA, new StatusReached(DeliveryState.SENT, MONDAY)));
        assertThat(contacts(clinic)).isEmpty();
        clinic.capture(MessageEvent.sent(ref("m1"), Party.of(ANA), Author.BOT, MONDAY, OFFER));
        assertThat(message(clinic, "m1").state()).isEqualTo(DeliveryState.SENT);
    }
}
