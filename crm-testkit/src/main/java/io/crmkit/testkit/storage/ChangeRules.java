package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.testkit.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers and ids change and pass from one to another; what was said stays with whoever said it. */
@Requirement({"CAP-4", "CAP-6"})
abstract class ChangeRules extends StorageRules {
    private static final Identifier NEW_NUMBER = Identifier.phone("5491150000009");
    private static final Identifier NEW_ID = Identifier.whatsAppUser("north", "AR.1009");

    ChangeRules(StorageUnderTest under) {
        super(under);
    }

    /** Each inner list is what happened with one contact, by first contact. */
    private void inEveryOrder(List<InboundEvent> events, List<List<String>> expected) {
        CrmSession together = fresh();
        together.capture(events);
        assertThat(idsByContact(together)).isEqualTo(expected);
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(idsByContact(clinic)).isEqualTo(expected);
        }
    }

    @Test
    void whoChangesNumberStaysTheSameContact() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        new HappeningEvent(
                                ref("n1"),
                                Party.of(NEW_NUMBER).formerly(ANA),
                                EventKind.CHANNEL_NOTICE,
                                hour(1),
                                Content.of("system", "changed", "{}")),
                        said("m2", NEW_NUMBER, hour(2))),
                List.of(List.of("m1", "n1", "m2")));
    }

    @Test
    void theContactIsThenKnownByTheNewNumberAlone() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1)));
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(NEW_NUMBER);
    }

    @Test
    void whoGetsANewIdStaysTheSameContact() {
        inEveryOrder(
                List.of(
                        said("m1", ANA_ID, MONDAY),
                        stated(Party.of(NEW_ID).formerly(ANA_ID), hour(1)),
                        said("m2", NEW_ID, hour(2)),
                        said("m3", Party.of(ANA, NEW_ID), hour(3), "with the number")),
                List.of(List.of("m1", "m2", "m3")));
    }

    @Test
    void aMessageFromTheNewIdMayCarryAnEarlierTimeThanTheChange() {
        inEveryOrder(
                List.of(
                        said("m1", ANA_ID, MONDAY),
                        said("m2", NEW_ID, hour(1)),
                        stated(Party.of(NEW_ID).formerly(ANA_ID), hour(2))),
                List.of(List.of("m1", "m2")));
    }

    @Test
    void numberAndIdChangeTogether() {
        inEveryOrder(
                List.of(
                        said("m1", Party.of(ANA, ANA_ID), MONDAY, "old"),
                        stated(Party.of(NEW_NUMBER, NEW_ID).formerly(ANA, ANA_ID), hour(1)),
                        said("m2", Party.of(NEW_NUMBER, NEW_ID), hour(1), "new, within the second")),
                List.of(List.of("m1", "m2")));
    }

    @Test
    void aNumberGivenUpBelongsToWhoeverWritesByItNext() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1)),
                        said("m2", ANA, hour(50)),
                        said("m3", NEW_NUMBER, hour(51))),
                List.of(List.of("m1", "m3"), List.of("m2")));
    }

    @Test
    void aNumberTakenOverLeavesItsHolderBeforeWhatTheySaid() {
        inEveryOrder(
                List.of(
                        said("m1", BRUNO, MONDAY),
                        said("m2", ANA, hour(1)),
                        stated(Party.of(BRUNO).formerly(ANA), hour(2)),
                        said("m3", BRUNO, hour(3))),
                List.of(List.of("m1"), List.of("m2", "m3")));
    }

    @Test
    void aNumberPassesThroughThreeHands() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1)),
                        said("m2", ANA, hour(2)),
                        stated(Party.of(BRUNO).formerly(ANA), hour(3)),
                        said("m3", ANA, hour(4))),
                List.of(List.of("m1"), List.of("m2"), List.of("m3")));
    }

    @Test
    void whoGoesBackToTheirOldNumberIsStillTheSame() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1)),
                        said("m2", NEW_NUMBER, hour(2)),
                        stated(Party.of(ANA).formerly(NEW_NUMBER), hour(3)),
                        said("m3", ANA, hour(4))),
                List.of(List.of("m1", "m2", "m3")));
    }

    @Test
    void aChangeToldTwiceAtDifferentTimesIsOne() {
        inEveryOrder(
                List.of(
                        said("m1", ANA, MONDAY),
                        stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1)),
                        stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1).plusSeconds(3)),
                        said("m2", NEW_NUMBER, hour(2))),
                List.of(List.of("m1", "m2")));
    }

    @Test
    void eachHolderGoesByTheNameTheyGave() {
        List<InboundEvent> events = List.of(
                said("m1", Party.of(ANA).named("Ana"), MONDAY, "a"),
                said("m2", Party.of(ANA).named("Bruno"), hour(50), "b"),
                stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1)));
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(contacts(clinic))
                    .extracting(contact -> contact.contact().displayName().orElseThrow())
                    .containsExactly("Ana", "Bruno");
            assertThat(contacts(clinic))
                    .extracting(contact -> contact.contact().identifiers())
                    .containsExactly(List.of(NEW_NUMBER), List.of(ANA));
        }
    }

    @Test
    void anAddressBookAfterTheChangeListsTheNextHolder() {
        List<InboundEvent> events = List.of(
                said("m1", ANA, MONDAY),
                stated(Party.of(NEW_NUMBER).formerly(ANA), hour(1)),
                listed(Party.of(ANA), hour(2)));
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(idsByContact(clinic)).containsExactly(List.of("m1"), List.of());
        }
    }
}
