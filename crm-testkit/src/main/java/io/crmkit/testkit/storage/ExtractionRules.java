package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.insight.Decision.Verdict;
import io.crmkit.insight.Fact;
import io.crmkit.insight.Standing.State;
import io.crmkit.insight.Support;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.privacy.Actor;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What customers say becomes facts with their evidence, and which of them hold. */
@Requirement({"EXT-5", "PRO-6"})
abstract class ExtractionRules extends FactRules {
    ExtractionRules(StorageUnderTest under) {
        super(under);
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
    @Requirement("EXT-6")
    void aPersonsWordStandsAndWhatContradictsItIsShown() {
        Crm crm = reading();
        CrmSession session = session(crm);
        session.capture(says("m1", 0, "name:Ana"));
        crm.dueWork().runDue();
        ContactId ana = onlyContact(session).id();
        Fact right = session.verdicts()
                .correct(ana, fact(session, "Ana").id(), new FactValue.Text("Anna"))
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
        session.verdicts().lock(ana, right.id());
        assertThat(fact(session, "Maria").state()).isEqualTo(State.SUPERSEDED);
        session.verdicts().reject(ana, right.id());
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
        session.verdicts()
                .reject(
                        onlyContact(session).id(),
                        fact(session, "new@example.com").id());
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
}
