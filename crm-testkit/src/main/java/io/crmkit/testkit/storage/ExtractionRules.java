package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.CaptureReceipt;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Party;
import io.crmkit.due.DueKind;
import io.crmkit.insight.Decision.Verdict;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Standing.State;
import io.crmkit.insight.Support;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What customers say becomes facts with their evidence, each once, whatever happens on the way. */
@Requirement({"EXT-5", "PRO-6"})
abstract class ExtractionRules extends StorageRules {
    private final ScriptedExtractor script = ScriptedExtractor.rules();
    private int node;

    ExtractionRules(StorageUnderTest under) {
        super(under);
    }

    private Crm reading(Storage storage, ScriptedExtractor extractor) {
        return Crm.create(storage)
                .clock(clock)
                .ids(new CountedIds(500 + ++node))
                .extractor(extractor)
                .build();
    }

    private Crm reading() {
        return reading(storage(), script);
    }

    private static CrmSession session(Crm crm) {
        return crm.as(Actor.system(CLINIC));
    }

    private static InboundEvent says(String id, int minute, String text) {
        return said(id, Party.of(ANA), minute(minute), text);
    }

    /** What is known, as type, value, whose, state and the messages it rests on. */
    static List<String> known(CrmSession session, ContactId contact) {
        Map<InteractionId, String> ids = new HashMap<>();
        for (ContactSummary each : contacts(session)) {
            for (Interaction i : timeline(session, each.id())) {
                ids.put(i.id(), i.occurrence().ref().id());
            }
        }
        return session.facts(contact).stream()
                .map(fact -> String.join(
                        " ",
                        fact.matter().type().name(),
                        text(fact.matter().value()),
                        fact.matter().subject().name(),
                        fact.state().name(),
                        fact.support().stream()
                                .map(s -> ids.get(s.message()) + "@" + s.start() + "-" + s.end())
                                .sorted()
                                .toList()
                                .toString()))
                .sorted()
                .toList();
    }

    private static String text(FactValue value) {
        return value instanceof FactValue.Text text
                ? text.value()
                : value instanceof FactValue.Mail mail ? mail.address() : value.toString();
    }

    private List<String> knownOfAna(Crm crm) {
        return known(session(crm), onlyContact(session(crm)).id());
    }

    private static Fact fact(CrmSession session, String value) {
        return session.facts(onlyContact(session).id()).stream()
                .filter(fact -> text(fact.matter().value()).equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatACustomerSaysIsKnownWithTheWordsThatShowIt() {
        Crm crm = reading();
        session(crm).capture(says("m1", 0, "hola soy name:Ana y mail:ana@example.com"));
        assertThat(crm.dueWork().runDue()).isEqualTo(1);
        assertThat(knownOfAna(crm))
                .containsExactly(
                        "EMAIL ana@example.com CUSTOMER CURRENT [m1@20-40]",
                        "PERSON_NAME Ana CUSTOMER CURRENT [m1@9-17]");
        Fact name = fact(session(crm), "Ana");
        Support support = name.support().get(0);
        assertThat(support.quote()).isEqualTo("name:Ana");
        assertThat(support.extractor() + support.version()).isEqualTo("script1");
        assertThat(support.saidAt()).isEqualTo(minute(0));
        assertThat(name.standing().validFrom()).isEqualTo(minute(0));
        assertThat(name.recordedAt()).isEqualTo(clock.instant());
    }

    @Test
    @Requirement("EXT-8")
    void whatTheBusinessSaysIsNeverAboutTheCustomer() {
        Crm crm = reading();
        session(crm)
                .capture(
                        says("m1", 0, "hola"),
                        MessageEvent.sent(
                                ref("m2"), Party.of(ANA), Author.BOT, minute(1), Content.text("soy name:Bot")));
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm)).isEmpty();
    }

    @Test
    @Requirement("EXT-6")
    void theLaterOfTwoTakesTheOthersPlaceInWhateverOrderTheyCame() {
        List<InboundEvent> events = List.of(
                says("m1", 0, "mail:old@example.com name:Ana"),
                says("m2", 1, "mail:new@example.com perhaps-pain:slow"),
                says("m3", 2, "not-pain:far name:Ana"));
        List<String> expected = List.of(
                "EMAIL new@example.com CUSTOMER CURRENT [m2@0-20]",
                "EMAIL old@example.com CUSTOMER SUPERSEDED [m1@0-20]",
                "PAIN_POINT far CUSTOMER RETRACTED [m3@0-12]",
                "PAIN_POINT slow CUSTOMER SUGGESTED [m2@21-38]",
                "PERSON_NAME Ana CUSTOMER CURRENT [m1@21-29, m3@13-21]");
        int n = 0;
        for (List<InboundEvent> order : orders(events)) {
            Crm crm = reading();
            CrmSession tenant = crm.as(Actor.system(fresh().actor().tenant()));
            for (InboundEvent event : order) {
                tenant.capture(event);
                if (n % 2 == 0) {
                    crm.dueWork().runDue();
                }
            }
            crm.dueWork().runDue();
            assertThat(known(tenant, onlyContact(tenant).id())).isEqualTo(expected);
            n++;
        }
        assertThat(n).isEqualTo(6);
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
        session(crm).readAgain(ana, DueKind.EXTRACT_BY_RULES);
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm)).isEqualTo(once);
        Crm newer = reading(storage(), new ScriptedExtractor("2", true));
        session(newer).readAgain(ana, DueKind.EXTRACT_BY_RULES);
        newer.dueWork().runDue();
        assertThat(knownOfAna(newer)).isEqualTo(once);
        assertThat(fact(session(newer), "Ana").support())
                .allMatch(s -> s.version().equals("2"));
    }

    private static void history(CrmSession session) {
        for (int i = 0; i < 90; i++) {
            String more = i % 30 == 3 ? " name:Ana mail:a" + i + "@example.com" : i == 50 ? " praise:rapido" : "";
            session.capture(says("h" + i, i, "mensaje " + i + more));
        }
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
    @Requirement("EXT-6")
    void aPersonsWordStandsAndWhatContradictsItIsShown() {
        Crm crm = reading();
        CrmSession session = session(crm);
        session.capture(says("m1", 0, "name:Ana"));
        crm.dueWork().runDue();
        ContactId ana = onlyContact(session).id();
        Fact right = session.correctFact(ana, fact(session, "Ana").id(), new FactValue.Text("Anna"))
                .orElseThrow();
        assertThat(right.decided()).hasValueSatisfying(d -> {
            assertThat(d.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(d.by()).isEqualTo("system");
        });
        session.capture(
                said("m2", Party.of(ANA), clock.instant().plusSeconds(60), "name:Ana"),
                said("m3", Party.of(ANA), clock.instant().plusSeconds(90), "name:Maria"));
        crm.dueWork().runDue();
        assertThat(fact(session, "Anna").state()).isEqualTo(State.CURRENT);
        assertThat(fact(session, "Ana").state()).isEqualTo(State.RETRACTED);
        assertThat(fact(session, "Maria").state()).isEqualTo(State.CONFLICT);
        session.lockFact(ana, right.id());
        assertThat(fact(session, "Maria").state()).isEqualTo(State.SUPERSEDED);
        session.rejectFact(ana, right.id());
        assertThat(fact(session, "Maria").state()).isEqualTo(State.CURRENT);
    }

    @Test
    @Requirement("EXT-6")
    void aWeakerWordNeverTakesAStrongerOnesPlace() {
        Crm crm = reading();
        session(crm).capture(says("m1", 0, "name:Ana"), says("m2", 1, "guess-name:Bea"), says("m3", 2, "name:Ana"));
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm))
                .containsExactly(
                        "PERSON_NAME Ana CUSTOMER CURRENT [m1@0-8, m3@0-8]",
                        "PERSON_NAME Bea CUSTOMER SUPERSEDED [m2@0-14]");
        session(crm).capture(says("m4", 3, "guess-name:Bea"));
        crm.dueWork().runDue();
        assertThat(fact(session(crm), "Bea").state()).isEqualTo(State.CONFLICT);
    }

    @Test
    @Requirement("EXT-6")
    void whenAFactCeasedToHoldAndWhenWeKnewAreTwoThings() {
        Crm crm = reading();
        CrmSession session = session(crm);
        session.capture(says("m1", 0, "mail:old@example.com"));
        crm.dueWork().runDue();
        assertThat(fact(session, "old@example.com").retractedAt()).isNull();
        session.capture(says("m2", 1, "mail:new@example.com"));
        clock.advance(Duration.ofMinutes(10));
        Instant known = clock.instant();
        crm.dueWork().runDue();
        clock.advance(Duration.ofMinutes(10));
        session.capture(says("m3", 2, "name:Ana"));
        crm.dueWork().runDue();
        Fact old = fact(session, "old@example.com");
        assertThat(old.standing().validTo()).isEqualTo(minute(1));
        assertThat(old.retractedAt()).isEqualTo(known);
        session.rejectFact(
                onlyContact(session).id(), fact(session, "new@example.com").id());
        assertThat(fact(session, "old@example.com").retractedAt()).isNull();
    }

    @Test
    void somebodyElsesDataIsKeptAsTheirs() {
        Crm crm = reading();
        session(crm).capture(says("m1", 0, "name:Ana daughter-name:Sofi"));
        crm.dueWork().runDue();
        assertThat(knownOfAna(crm))
                .containsExactly(
                        "PERSON_NAME Ana CUSTOMER CURRENT [m1@0-8]", "PERSON_NAME Sofi THIRD_PARTY CURRENT [m1@9-27]");
        assertThat(fact(session(crm), "Sofi").matter().relation()).isEqualTo("daughter");
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
            node.as(tenant.actor()).readAgain(onlyContact(tenant).id(), DueKind.EXTRACT_BY_RULES);
            return node.dueWork().runDue();
        });
        clock.advance(Duration.ofMinutes(1));
        crm.dueWork().runDue();
        assertThat(known(tenant, onlyContact(tenant).id())).isEqualTo(expected);
    }
}
