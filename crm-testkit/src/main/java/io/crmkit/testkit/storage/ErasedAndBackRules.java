package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.ErasureRules.anasDay;
import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.ImportOutcome;
import io.crmkit.capture.ImportOutcome.Reason;
import io.crmkit.capture.ImportedContact;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.Outcome;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Delivery;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.StatusReached;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told again of somebody who was erased brings nothing back; what they say later is somebody new's. */
@Requirement("PRV-5")
abstract class ErasedAndBackRules extends StorageRules {
    ErasedAndBackRules(StorageUnderTest under) {
        super(under);
    }

    private CrmSession withoutAna() {
        CrmSession clinic = clinic();
        clinic.capture(anasDay());
        clinic.privacy().erase(holder(clinic, ANA)).orElseThrow();
        return clinic;
    }

    @Test
    void whatIsDeliveredAgainInAnyOrderBringsNothingBack() {
        CrmSession clinic = withoutAna();
        for (int seed = 0; seed < 5; seed++) {
            List<InboundEvent> again = new ArrayList<>(anasDay());
            Collections.shuffle(again, new Random(seed));
            CaptureReceipt receipt = clinic.capture(again);
            assertThat(receipt.outcomes())
                    .filteredOn(outcome -> !(outcome instanceof Outcome.KeptAside))
                    .hasOnlyElementsOfType(Outcome.Erased.class);
            for (InboundEvent one : again) {
                clinic.capture(one);
            }
        }
        assertThat(contacts(clinic)).isEmpty();
        assertThat(clinic.keptAside(null, 10)).isEmpty();
    }

    @Test
    void whatNobodyHadDeliveredBeforeDoesNotComeEither() {
        CrmSession clinic = withoutAna();
        Identifier next = Identifier.phone("5491150000009");
        CaptureReceipt receipt = clinic.capture(
                said("older", ANA, MONDAY.minusSeconds(3_600)),
                said("before", Party.of(ANA_ID), clock.instant(), "sent in the moment of the erasure"),
                listed(Party.of(ANA).named("Ana"), hour(50)),
                stated(Party.of(next).formerly(ANA), hour(51)),
                updated("older", ANA, new StatusReached(DeliveryState.READ, hour(52))));
        assertThat(receipt.outcomes()).hasOnlyElementsOfType(Outcome.Erased.class);
        assertThat(contacts(clinic)).isEmpty();
    }

    @Test
    void aLaterMessageMakesACleanNewContactThatOlderNewsDoNotReach() {
        CrmSession clinic = withoutAna();
        clock.advance(Duration.ofHours(1));
        Instant later = clock.instant();
        clinic.capture(said("new", Party.of(ANA, ANA_ID).named("Ana"), later, "Hola de nuevo"));
        ContactId ana = onlyContact(clinic).id();
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactlyInAnyOrder(ANA, ANA_ID);
        assertThat(onlyContact(clinic).activity().firstContactAt()).contains(later);

        clinic.capture(anasDay());
        clinic.capture(said("new2", ANA, later.plusSeconds(60)));
        clinic.capture(said("old", ANA, hour(10)), said("new3", ANA_ID, later.plusSeconds(90)));

        assertThat(onlyContact(clinic).id()).isEqualTo(ana);
        assertThat(ids(clinic, ana)).containsExactly("new", "new2", "new3");
        assertThat(clinic.privacy().erase(ana).orElseThrow().complete()).isTrue();
        assertThat(contacts(clinic)).isEmpty();
    }

    @Test
    void aMessageTheProviderRedatesIsKnownByItsId() {
        CrmSession clinic = withoutAna();
        clock.advance(Duration.ofDays(1));
        clinic.capture(said("new", ANA, clock.instant()));
        CaptureReceipt receipt = clinic.capture(
                said("m1", ANA, clock.instant().plusSeconds(5)),
                updated("m1", ANA, new StatusReached(DeliveryState.PLAYED, clock.instant())));
        assertThat(receipt.outcomes()).hasOnlyElementsOfType(Outcome.Erased.class);
        assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("new");
    }

    @Test
    void anUpdateThatWaitedGoesWithThePerson() {
        CrmSession clinic = withoutAna();
        clock.advance(Duration.ofDays(1));
        // The message it waited for is sent, against all expectation, under the same id.
        clinic.capture(MessageEvent.sent(
                ref("never-came"), Party.of(ANA), Author.AGENT, clock.instant(), Content.text("Hola")));
        Message message = message(clinic, "never-came");
        assertThat(message.delivery()).extracting(Delivery::state).isNotEqualTo(DeliveryState.READ);
    }

    @Test
    void aListThatStillHasThePersonDoesNotBringThemBack() {
        CrmSession clinic = withoutAna();
        clock.advance(Duration.ofDays(1));
        ImportedContact ana = new ImportedContact("Ana", "+54 9 11 5000-0001", null, List.of(), Set.of());
        assertThat(clinic.importContacts(List.of(ana), false))
                .containsExactly(new ImportOutcome.Refused(Reason.ERASED));
        assertThat(contacts(clinic)).isEmpty();
        clinic.capture(said("new", ANA, clock.instant()));
        assertThat(clinic.importContacts(List.of(ana), false)).hasOnlyElementsOfType(ImportOutcome.Accepted.class);
        assertThat(onlyContact(clinic).contact().displayName()).contains("Ana");
    }

    @Test
    void erasingWhileMessagesArriveLeavesNoOrphan() throws Exception {
        for (int round = 0; round < 5; round++) {
            String r = "r" + round + "-";
            List<CrmSession> applications = applications(4);
            CrmSession clinic = applications.get(0);
            clinic.capture(said(r + "first", ANA, clock.instant().minusSeconds(600)));
            ContactId ana = holder(clinic, ANA);
            Instant now = clock.instant();
            List<InboundEvent> arriving = Stream.iterate(0, i -> i < 24, i -> i + 1)
                    .<InboundEvent>map(
                            i -> said(r + "m" + i, ANA, i % 2 == 0 ? now.minusSeconds(i) : now.plusSeconds(i)))
                    .toList();

            Together.run(
                    25,
                    i -> () -> i == 7
                            ? applications.get(3).privacy().erase(ana)
                            : applications.get(i % 4).capture(arriving.get(i < 7 ? i : i - 1)));

            clock.advance(Duration.ofMinutes(20));
            crm(storage()).dueWork().runDue();
            assertThat(clinic.privacy().erasure(ana).orElseThrow().complete()).isTrue();
            assertThat(clinic.profile(ana)).isEmpty();
            List<List<String>> before = idsByContact(clinic);
            clinic.capture(arriving);
            assertThat(idsByContact(clinic)).isEqualTo(before).hasSizeLessThanOrEqualTo(1);
            assertThat(before.stream().flatMap(List::stream))
                    .allSatisfy(id -> assertThat(Integer.parseInt(id.substring(r.length() + 1)) % 2)
                            .isEqualTo(1));
            contacts(clinic)
                    .forEach(contact -> assertThat(clinic.privacy()
                                    .erase(contact.id())
                                    .orElseThrow()
                                    .complete())
                            .isTrue());
            clock.advance(Duration.ofHours(1));
        }
    }
}
