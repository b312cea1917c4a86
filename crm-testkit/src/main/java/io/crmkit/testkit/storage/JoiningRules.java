package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.Reacted;
import io.crmkit.profile.ContactProfile;
import io.crmkit.testkit.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two contacts whom the provider states to be one become one and lose nothing; where they contradict, both stay. */
@Requirement("CAP-6")
abstract class JoiningRules extends StorageRules {
    private static final Party BOTH = Party.of(ANA, ANA_ID);

    JoiningRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void anIdAndAPhoneWithContactsOfTheirOwnBecomeOneInEveryOrder() {
        List<InboundEvent> events = List.of(
                said("m1", ANA_ID, MONDAY),
                said("m2", ANA, minute(1)),
                said("m3", BOTH, minute(2), "it is me"),
                happened("e1", ANA, EventKind.HANDED_TO_AGENT, minute(3)));
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(ANA, ANA_ID);
            assertThat(threads(clinic)).containsExactly(List.of("m1", "m2", "m3", "e1"));
        }
    }

    @Test
    void aJoinLosesNothingAndTheOldIdLeadsToTheSurvivorForEver() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "first"), said("m2", ANA, hour(30)));
        clinic.capture(said("m3", Party.of(ANA_ID).named("Anita"), minute(5), "other"), said("m4", ANA_ID, hour(60)));
        clinic.capture(
                updated("m1", ANA, new Reacted(Author.AGENT, minute(1), "👍")),
                updated("m4", ANA_ID, new MessageEdited(hour(60), Content.text("edited"))),
                happened("e1", ANA_ID, EventKind.CONVERSATION_ENDED, hour(61)));
        List<ContactId> before =
                contacts(clinic).stream().map(ContactSummary::id).toList();
        assertThat(before).hasSize(2);

        clinic.capture(stated(BOTH, hour(62)));

        ContactSummary ana = onlyContact(clinic);
        assertThat(before).contains(ana.id());
        assertThat(ana.contact().displayName()).contains("Anita");
        assertThat(ana.activity().interactions()).isEqualTo(5);
        assertThat(ana.activity().fromCustomer()).isEqualTo(4);
        assertThat(ana.activity().firstContactAt()).contains(MONDAY);
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m3"), List.of("m2"), List.of("m4", "e1"));
        assertThat(message(clinic, "m1").reactions()).hasSize(1);
        assertThat(message(clinic, "m4").content().text()).isEqualTo("edited");
        for (ContactId old : before) {
            ContactProfile profile = clinic.profile(old).orElseThrow();
            assertThat(profile.summary()).isEqualTo(ana);
            assertThat(profile.conflicts()).isEmpty();
            assertThat(ids(clinic, old)).hasSize(5);
            assertThat(conversations(clinic, old)).hasSize(3);
        }
    }

    @Test
    void aJoinedContactGoesOnByEitherIdentifier() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA_ID, minute(1)), stated(BOTH, minute(2)));
        clinic.capture(said("m3", ANA, minute(3)));
        clinic.capture(said("m4", ANA_ID, minute(4)));
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m2", "m3", "m4"));
        assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(4);
    }

    @Test
    void joinsChain() {
        CrmSession clinic = clinic();
        Identifier south = Identifier.whatsAppUser("south", "AR.3");
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA_ID, minute(1)), said("m3", south, minute(2)));
        List<ContactId> before =
                contacts(clinic).stream().map(ContactSummary::id).toList();
        clinic.capture(stated(Party.of(ANA_ID, south), minute(3)));
        clinic.capture(stated(BOTH, minute(4)));
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(ANA, ANA_ID, south);
        before.forEach(
                old -> assertThat(clinic.profile(old).orElseThrow().summary()).isEqualTo(onlyContact(clinic)));
    }

    @Test
    void aContradictionKeepsBothAndFlagsEach() {
        List<InboundEvent> events = List.of(
                said("m1", BOTH, MONDAY, "Ana"),
                said("m2", Party.of(BRUNO, BRUNO_ID), minute(1), "Bruno"),
                said("m3", Party.of(ANA, BRUNO_ID), minute(2), "whose?"));
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(idsByContact(clinic)).containsExactly(List.of("m1", "m3"), List.of("m2"));
            ContactId ana = contacts(clinic).get(0).id();
            ContactId bruno = contacts(clinic).get(1).id();
            assertThat(clinic.profile(ana).orElseThrow().conflicts()).containsExactly(bruno);
            assertThat(clinic.profile(bruno).orElseThrow().conflicts()).containsExactly(ana);
        }
    }

    @Test
    void aContradictionThatLaterNewsExplainIsNoneAnyMore() {
        Identifier renewed = Identifier.whatsAppUser("north", "AR.1002");
        CrmSession clinic = clinic();
        clinic.capture(said("m1", BOTH, MONDAY, "a"), said("m2", Party.of(ANA, renewed), minute(9), "b"));
        ContactId ana = onlyContact(clinic).id();
        assertThat(clinic.profile(ana).orElseThrow().conflicts()).containsExactly(ana);
        clinic.capture(stated(Party.of(renewed).formerly(ANA_ID), minute(5)));
        assertThat(clinic.profile(ana).orElseThrow().conflicts()).isEmpty();
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(ANA, renewed);
    }
}
