package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.due.DueKind;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each fact is there once, whatever happens on the way to it or to what it rests on. */
@Requirement({"EXT-5", "PRO-6"})
abstract class ExtractedOnceRules extends FactRules {
    ExtractedOnceRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    @Requirement("EXT-7")
    void readAgainByTheSameOrANewerExtractorEachFactIsThereOnce() {
        Crm crm = reading();
        history(session(crm));
        crm.dueWork().runDue();
        List<String> once = knownOfAna(crm);
        assertThat(once).hasSize(5);
        ContactId ana = onlyContact(session(crm)).id();
        session(crm).verdicts().readAgain(ana, DueKind.EXTRACT_BY_RULES);
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm)).isEqualTo(once);
        Crm newer = reading(storage(), new ScriptedExtractor("2", true));
        session(newer).verdicts().readAgain(ana, DueKind.EXTRACT_BY_RULES);
        newer.dueWork().runDue();
        assertThat(knownOfAna(newer)).isEqualTo(once);
        assertThat(fact(session(newer), "Ana").support())
                .allMatch(s -> s.version().equals("2"));
    }

    @Test
    @Requirement("EXT-7")
    void killedAnywhereInBetweenItComesOutTheSame() {
        Crm crm = reading();
        history(session(crm));
        crm.dueWork().runDue();
        List<String> expected = knownOfAna(crm);
        int step = 1;
        for (boolean died = true; died; step++) {
            CrmSession tenant = reading().as(Actor.system(fresh().actor().tenant()));
            history(tenant);
            DyingStorage dying = new DyingStorage(storage(), step);
            try {
                reading(dying, script).dueWork().runDue();
                died = false;
            } catch (DyingStorage.Died expectedDeath) {
                clock.advance(Duration.ofMinutes(6));
                Crm again = reading();
                again.dueWork().runDue();
            }
            assertThat(known(tenant, onlyContact(tenant).id())).isEqualTo(expected);
        }
        assertThat(step).isGreaterThan(6);
    }

    @Test
    void aDeletedMessageTakesAwayWhatRestedOnItAlone() {
        Crm crm = reading();
        session(crm).capture(says("m1", 0, "name:Ana pain:slow"), says("m2", 1, "name:Ana"));
        crm.dueWork().runDue();
        session(crm).capture(updated("m1", ANA, new MessageDeleted(minute(5))));
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm)).containsExactly("PERSON_NAME Ana CUSTOMER CURRENT [m2@0-8]");
    }

    @Test
    void anEditedMessageIsReadAgain() {
        Crm crm = reading();
        session(crm).capture(says("m1", 0, "mail:old@example.com"));
        crm.dueWork().runDue();
        session(crm).capture(updated("m1", ANA, new MessageEdited(minute(5), Content.text("mail:new@example.com"))));
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm)).containsExactly("EMAIL new@example.com CUSTOMER CURRENT [m1@0-20]");
    }

    @Test
    @Requirement("EXT-9")
    void whileTheExtractorIsAwayNothingIsLostAndCaptureDoesNotNotice() {
        Crm crm = reading();
        script.away(true);
        CaptureReceipt receipt = session(crm).capture(says("m1", 0, "name:Ana"));
        assertThat(receipt.captured()).isEqualTo(1);
        assertThat(script.calls()).isZero();
        for (int i = 0; i < 20; i++) {
            crm.dueWork().runDue();
            session(crm).capture(says("x" + i, 1 + i, "pain:slow" + i));
            clock.advance(Duration.ofMinutes(3));
        }
        assertThat(knownOfAna(crm)).isEmpty();
        script.away(false);
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm)).hasSize(21);
    }

    @Test
    void factsOfContactsThatAreOneAreTheSurvivorsOnce() {
        Crm crm = reading();
        CrmSession session = session(crm);
        session.capture(
                said("m1", Party.of(ANA), minute(0), "name:Ana pain:slow"),
                said("m2", Party.of(ANA_ID), minute(1), "name:Ana mail:ana@example.com"));
        crm.dueWork().runDue();
        assertThat(contacts(session)).hasSize(2);
        session.capture(said("m3", Party.of(ANA, ANA_ID), minute(2), "hola"));
        List<String> expected = List.of(
                "EMAIL ana@example.com CUSTOMER CURRENT [m2@9-29]",
                "PAIN_POINT slow CUSTOMER CURRENT [m1@9-18]",
                "PERSON_NAME Ana CUSTOMER CURRENT [m1@0-8, m2@0-8]");
        assertThat(knownOfAna(crm)).isEqualTo(expected);
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm)).isEqualTo(expected);
    }

    @Test
    void factsGoWithTheMessagesThatTurnOutToBeSomebodyElses() {
        Crm crm = reading();
        CrmSession session = session(crm);
        session.capture(
                said("m1", Party.of(ANA), minute(0), "name:Ana likes:tea"),
                said("m2", Party.of(ANA), minute(60), "name:Bruno likes:tea"));
        crm.dueWork().runDue();
        session.capture(stated(Party.of(BRUNO).formerly(ANA), minute(30)));
        List<List<String>> split =
                contacts(session).stream().map(c -> known(session, c.id())).toList();
        assertThat(split)
                .containsExactlyInAnyOrder(
                        List.of(
                                "PERSON_NAME Ana CUSTOMER CURRENT [m1@0-8]",
                                "PREFERENCE tea CUSTOMER CURRENT [m1@9-18]"),
                        List.of(
                                "PERSON_NAME Bruno CUSTOMER CURRENT [m2@0-10]",
                                "PREFERENCE tea CUSTOMER CURRENT [m2@11-20]"));
        crm.dueWork().runDue();
        assertThat(contacts(session).stream().map(c -> known(session, c.id())).toList())
                .isEqualTo(split);
    }

    @Test
    void severalNodesReadAHistoryAsOneWould() throws Exception {
        Crm one = reading();
        history(session(one));
        one.dueWork().runDue();
        List<String> expected = knownOfAna(one);
        Crm crm = reading();
        CrmSession tenant = crm.as(Actor.system(fresh().actor().tenant()));
        history(tenant);
        List<Storage> nodes = nodes();
        Together.run(3, i -> () -> {
            Crm node = reading(nodes.get(i % nodes.size()), script);
            node.as(tenant.actor()).verdicts().readAgain(onlyContact(tenant).id(), DueKind.EXTRACT_BY_RULES);
            return node.dueWork().runDue();
        });
        clock.advance(Duration.ofMinutes(1));
        crm.dueWork().runDue();
        assertThat(known(tenant, onlyContact(tenant).id())).isEqualTo(expected);
    }
}
