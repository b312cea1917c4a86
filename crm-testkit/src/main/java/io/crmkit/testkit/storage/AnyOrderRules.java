package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.Outcome;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.ProviderError;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.Simulator;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** In whatever order things arrive, what they leave behind is the same. */
@Requirement("CAP-4")
abstract class AnyOrderRules extends StorageRules {
    private static final MessageEvent SENT =
            MessageEvent.sent(ref("m1"), Party.of(ANA), Author.BOT, MONDAY, Content.text("Turno confirmado"));
    private static final ProviderError UNDELIVERABLE = new ProviderError(131026, "Undeliverable", "not on the channel");

    AnyOrderRules(StorageUnderTest under) {
        super(under);
    }

    private static InboundEvent status(DeliveryState state, Instant at) {
        return updated("m1", ANA, new StatusReached(state, at));
    }

    private static InboundEvent failed(Instant at) {
        return updated("m1", ANA, new StatusReached(DeliveryState.FAILED, at, UNDELIVERABLE));
    }

    private void inEveryOrder(List<InboundEvent> events, Consumer<Message> expected) {
        CrmSession together = fresh();
        together.capture(events);
        expected.accept(message(together, "m1"));
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            expected.accept(message(clinic, "m1"));
        }
    }

    @Test
    void statusesEndInTheHighestAndTheErrorIsKept() {
        inEveryOrder(
                List.of(
                        SENT,
                        status(DeliveryState.SENT, minute(1)),
                        failed(minute(2)),
                        status(DeliveryState.DELIVERED, minute(3)),
                        status(DeliveryState.READ, minute(4))),
                message -> {
                    assertThat(message.state()).isEqualTo(DeliveryState.READ);
                    assertThat(message.delivery().reachedAt()).isEqualTo(minute(4));
                    assertThat(message.delivery().error()).isEqualTo(UNDELIVERABLE);
                });
    }

    @Test
    void aFailureAfterTheDeliveryCounts() {
        inEveryOrder(
                List.of(SENT, status(DeliveryState.DELIVERED, minute(1)), failed(minute(2))),
                message -> assertThat(message.state()).isEqualTo(DeliveryState.FAILED));
    }

    @Test
    void readOfTheSameSecondAsDeliveredIsRead() {
        inEveryOrder(
                List.of(
                        SENT,
                        status(DeliveryState.READ, minute(1)),
                        status(DeliveryState.DELIVERED, minute(1)),
                        status(DeliveryState.SENT, minute(2))),
                message -> assertThat(message.state()).isEqualTo(DeliveryState.READ));
    }

    @Test
    void reactionEditAndDeletionAreAppliedWhenTheMessageComes() {
        CrmSession clinic = clinic();
        List<Outcome> outcomes = clinic.capture(
                        updated("m1", ANA, new Reacted(Author.CUSTOMER, minute(1), "👍")),
                        updated("m2", ANA, new MessageEdited(minute(2), Content.text("a las 11"))),
                        updated("m3", ANA, new MessageDeleted(minute(3))))
                .outcomes();
        assertThat(outcomes).allMatch(Outcome.Parked.class::isInstance);
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA, MONDAY), said("m3", ANA, MONDAY));
        assertThat(message(clinic, "m1").reactions()).containsExactly(new Reacted(Author.CUSTOMER, minute(1), "👍"));
        assertThat(message(clinic, "m2").content().text()).isEqualTo("a las 11");
        assertThat(message(clinic, "m2").original().text()).isEqualTo("text of m2");
        assertThat(message(clinic, "m2").editedAt()).contains(minute(2));
        assertThat(message(clinic, "m3").deletedAt()).contains(minute(3));
        assertThat(message(clinic, "m3").content().text()).isNull();
    }

    @Test
    void theNewestEditCounts() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        updated("m1", ANA, new MessageEdited(minute(1), Content.text("older"))),
                        updated("m1", ANA, new MessageEdited(minute(2), Content.text("newer")))),
                message -> {
                    assertThat(message.content().text()).isEqualTo("newer");
                    assertThat(message.aftermath().edits()).hasSize(2);
                });
    }

    @Test
    void theNewestReactionOfEachSideCountsAlsoWhenItTakesOneBack() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        updated("m1", ANA, new Reacted(Author.CUSTOMER, minute(1), "👍")),
                        updated("m1", ANA, new Reacted(Author.CUSTOMER, minute(2), "")),
                        updated("m1", ANA, new Reacted(Author.AGENT, minute(1), "❤"))),
                message -> assertThat(message.reactions()).containsExactly(new Reacted(Author.AGENT, minute(1), "❤")));
    }

    @Test
    @Requirement("CAP-3")
    void anUpdateThatCameTwiceBeforeItsMessageIsAppliedOnce() {
        CrmSession clinic = clinic();
        InboundEvent edit = updated("m1", ANA, new MessageEdited(minute(2), Content.text("edited")));
        clinic.capture(edit, edit);
        clinic.capture(edit);
        clinic.capture(said("m1", ANA, MONDAY));
        clinic.capture(edit);
        assertThat(message(clinic, "m1").aftermath().edits()).hasSize(1);
    }

    @Test
    void aStatusSaysNothingAboutACustomersMessage() {
        inEveryOrder(
                List.of(said("m1", ANA, MONDAY), status(DeliveryState.READ, minute(1))),
                message -> assertThat(message.state()).isEqualTo(DeliveryState.RECEIVED));
    }

    @Test
    @Requirement({"CAP-3", "CAP-6", "CAP-8"})
    void aMuddledHistoryLeavesWhatTheHistoryInOrderLeaves() {
        Simulator.over(this::storage).run(21, 6);
    }
}
