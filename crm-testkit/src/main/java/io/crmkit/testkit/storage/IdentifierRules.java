package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.interaction.Content;
import io.crmkit.testkit.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody is found by any of their identifiers, however it is written. */
@Requirement("CAP-6")
abstract class IdentifierRules extends StorageRules {
    IdentifierRules(StorageUnderTest under) {
        super(under);
    }

    private void oneContact(String one, String other) {
        for (List<InboundEvent> order : orders(
                List.of(said("m1", Identifier.phone(one), MONDAY), said("m2", Identifier.phone(other), minute(1))))) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(onlyContact(clinic).contact().identifiers()).hasSize(1);
            assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1", "m2");
        }
    }

    private void twoContacts(String one, String other) {
        CrmSession clinic = fresh();
        clinic.capture(said("m1", Identifier.phone(one), MONDAY), said("m2", Identifier.phone(other), minute(1)));
        assertThat(contacts(clinic)).hasSize(2);
    }

    @Test
    void anArgentineMobileIsOneWithAndWithoutThe9() {
        oneContact("5491123456789", "541123456789");
        oneContact("+54 9 351 234-5678", "543512345678");
    }

    @Test
    void aMexicanMobileIsOneWithAndWithoutThe1() {
        oneContact("5215512345678", "525512345678");
    }

    @Test
    void aBrazilianMobileIsOneWithAndWithoutTheNinthDigit() {
        oneContact("5541988887777", "554188887777");
        oneContact("5511961234567", "551161234567");
    }

    @Test
    void aBrazilianLandlineIsNobodysMobile() {
        twoContacts("554132345678", "5541932345678");
        twoContacts("551123456789", "5511923456789");
    }

    @Test
    void theSameDigitsInAnotherCountryAreAnotherNumber() {
        twoContacts("5215512345678", "15512345678");
        twoContacts("34600000002", "600000002");
    }

    @Test
    @Requirement("CAP-1")
    void theAddressToAnswerToIsTheOneThatTheProviderGave() {
        for (String address :
                List.of("541123456789", "5491123456789", "525512345678", "5215512345678", "554188887777")) {
            CrmSession clinic = fresh();
            clinic.capture(said("m1", Identifier.phone(address), MONDAY));
            assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(Identifier.phone(address));
        }
        assertThat(PhoneDisplay.of(Identifier.phone("541123456789"))).isEqualTo("+54 9 11 2345-6789");
    }

    @Test
    void aContactWithoutPhoneIsMadeAndListed() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA_ID, MONDAY));
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(ANA_ID);
    }

    @Test
    void theSameIdInAnotherPortfolioIsSomebodyElse() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", ANA_ID, MONDAY), said("m2", Identifier.whatsAppUser("south", ANA_ID.value()), minute(1)));
        assertThat(contacts(clinic)).hasSize(2);
    }

    @Test
    void anIdInEachOfTwoPortfoliosIsNoContradiction() {
        CrmSession clinic = clinic();
        Identifier south = Identifier.whatsAppUser("south", "AR.9");
        clinic.capture(
                said("m1", Party.of(ANA, ANA_ID), MONDAY, "a"), said("m2", Party.of(ANA, south), minute(1), "b"));
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(ANA, ANA_ID, south);
    }

    @Test
    @Requirement("CAP-8")
    void aFurtherIdentifierDoesNotForkTheConversation() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        clinic.capture(said("m2", Party.of(ANA, ANA_ID), minute(1), "both"));
        clinic.capture(said("m3", ANA_ID, minute(2)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2", "m3"));
    }

    @Test
    void identifiersOfOneMessageBelongTogetherWhetherSaidInOneMessageOrAnother() {
        for (List<InboundEvent> order : orders(List.of(
                said("m1", ANA, MONDAY),
                said("m2", Party.of(ANA_ID, ANA), minute(1), "b"),
                said("m3", ANA_ID, minute(2))))) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            ContactSummary ana = onlyContact(clinic);
            assertThat(ana.contact().identifiers()).containsExactly(ANA, ANA_ID);
            assertThat(threads(clinic)).containsExactly(List.of("m1", "m2", "m3"));
        }
    }

    @Test
    void anEmailIsOneInAnyCase() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Identifier.email("Ana@Example.com"), MONDAY));
        clinic.capture(MessageEvent.received(
                ref("m2"), Party.of(Identifier.email(" ana@example.COM")), minute(1), Content.text("b")));
        assertThat(contacts(clinic)).hasSize(1);
    }
}
