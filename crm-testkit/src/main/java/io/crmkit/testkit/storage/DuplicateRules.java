package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.UnknownCursor;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.capture.Outcome.Captured;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Pair;
import io.crmkit.contact.Party;
import io.crmkit.duplicate.Reason;
import io.crmkit.duplicate.Suggestion;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.merge.MergeOutcome.Merged;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.duplicate.Entry;
import io.crmkit.testkit.duplicate.Judgement;
import io.crmkit.testkit.duplicate.Population;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may be the same person is suggested with a reason, and nobody is merged by it. */
@Requirement("MRG-1")
abstract class DuplicateRules extends StorageRules {
    private int messages;

    DuplicateRules(StorageUnderTest under) {
        super(under);
    }

    private ContactId came(CrmSession session, Identifier by, String name) {
        return ((Captured) session.capture(said("d" + ++messages, Party.of(by).named(name), minute(messages), "Hola"))
                        .outcomes()
                        .get(0))
                .contact();
    }

    private static void email(CrmSession session, ContactId contact, String address) {
        session.verdicts().state(contact, FactType.EMAIL, "", new FactValue.Mail(address));
    }

    private static Pair only(CrmSession session) {
        Set<Pair> pairs = Judgement.pairs(session);
        assertThat(pairs).hasSize(1);
        return pairs.iterator().next();
    }

    private static Suggestion suggested(CrmSession session, ContactId one, ContactId other) {
        assertThat(only(session)).isEqualTo(Pair.of(one, other));
        Suggestion suggestion = session.duplicates().page(null, 10).items().get(0);
        assertThat(session.duplicates().of(one)).containsExactly(suggestion);
        assertThat(session.duplicates().of(other)).containsExactly(suggestion);
        assertThat(suggestion.score()).isBetween(50, 100);
        return suggestion;
    }

    @Test
    void whoStatesTheAddressOfAnotherContactMayBeTheSamePerson() {
        CrmSession clinic = clinic();
        ContactId chat = came(clinic, ANA, "Ana Pérez");
        ContactId form = came(clinic, Identifier.email("ana@example.org"), "PEREZ, ANA");
        assertThat(Judgement.pairs(clinic)).isEmpty();
        email(clinic, chat, "ana@example.org");
        Suggestion found = suggested(clinic, chat, form);
        assertThat(found.reasons()).containsExactlyInAnyOrder(Reason.SAME_EMAIL, Reason.SAME_NAME);
        assertThat(found.toString()).doesNotContain("ana@", "Pérez", "PEREZ");
        assertThat(contacts(clinic)).as("nobody is merged by it").hasSize(2);
    }

    @Test
    void theSameNumberInAnotherNotationMayBeTheSamePerson() {
        CrmSession clinic = clinic();
        ContactId chat = came(clinic, ANA, "Ana");
        ContactId row = came(clinic, Identifier.phone("01150000001"), "Anita Péres");
        assertThat(suggested(clinic, chat, row).reasons())
                .containsExactlyInAnyOrder(Reason.PHONE_VARIANT, Reason.SIMILAR_NAME);
    }

    @Test
    void whoStatesTheNumberOfAnotherContactMayBeTheSamePersonUnlessTheirNamesDiffer() {
        CrmSession clinic = clinic();
        ContactId chat = came(clinic, ANA, "Ana Pérez");
        ContactId other = came(clinic, BRUNO_ID, "Ana M. Pérez");
        clinic.verdicts().state(other, FactType.PHONE, "", new FactValue.Phone("+5491150000001"));
        ContactId daughter = came(clinic, BRUNO, "Lucía Pérez");
        clinic.verdicts().state(daughter, FactType.PHONE, "", new FactValue.Phone("+5491150000001"));
        assertThat(suggested(clinic, chat, other).reasons()).contains(Reason.SAME_PHONE);
        assertThat(clinic.duplicates().of(daughter)).isEmpty();
    }

    @Test
    void whomAProviderCallsOneAlthoughTheirIdentifiersContradictComesFirst() {
        CrmSession clinic = clinic();
        ContactId mail = came(clinic, Identifier.email("carla@example.org"), "Carla");
        ContactId named = came(clinic, Identifier.phone("5491150000009"), "Carla Sosa");
        email(clinic, named, "carla@example.org");
        clinic.capture(said("c1", Party.of(ANA, ANA_ID), MONDAY, "a"), said("c2", Party.of(BRUNO_ID), MONDAY, "b"));
        clinic.capture(said("c3", Party.of(ANA, BRUNO_ID), minute(60), "whose?"));
        List<Suggestion> found = clinic.duplicates().page(null, 10).items();
        assertThat(found).hasSize(2);
        assertThat(found.get(0).reasons()).containsExactly(Reason.STATED_AS_ONE);
        assertThat(found.get(1).one().id()).isEqualTo(mail);
        ContactId holder = MergeRules.holder(clinic, ANA);
        assertThat(clinic.duplicates().of(holder)).containsExactly(found.get(0));
    }

    @Test
    void whatWasDismissedComesBackOnlyWhenSomethingChanges() {
        CrmSession clinic = clinic();
        ContactId chat = came(clinic, ANA, "Ana Pérez");
        ContactId form = came(clinic, Identifier.email("ana@example.org"), "Ana Perez");
        email(clinic, chat, "ana@example.org");
        assertThat(clinic.duplicates().dismiss(form, chat)).isTrue();
        assertThat(Judgement.pairs(clinic)).isEmpty();
        assertThat(clinic.duplicates().of(chat)).isEmpty();

        came(clinic, ANA, "Ana Pérez");
        came(clinic, Identifier.email("ana@example.org"), "ANA PÉREZ");
        assertThat(Judgement.pairs(clinic)).as("nothing changed but accents").isEmpty();

        came(clinic, ANA, "Ana Pérez Gómez");
        assertThat(only(clinic)).isEqualTo(Pair.of(chat, form));
        assertThat(clinic.duplicates().dismiss(chat, form)).isTrue();
        assertThat(Judgement.pairs(clinic)).isEmpty();
    }

    @Test
    void whoWasMergedIsNotSuggestedAndIsAgainAfterUndo() {
        CrmSession clinic = clinic();
        ContactId chat = came(clinic, ANA, "Ana Pérez");
        ContactId form = came(clinic, Identifier.email("ana@example.org"), "Ana Perez");
        email(clinic, chat, "ana@example.org");
        ContactId third = came(clinic, BRUNO_ID, "Ana Pérez");
        email(clinic, third, "ana@example.org");
        Set<Pair> before = Judgement.pairs(clinic);
        assertThat(before).hasSize(3);
        Merged merged = (Merged) clinic.merge(chat, form);
        assertThat(only(clinic)).isEqualTo(Pair.of(chat, third));
        assertThat(clinic.duplicates().of(form)).isEqualTo(clinic.duplicates().of(chat));
        assertThat(clinic.duplicates().dismiss(chat, form)).as("they are one").isFalse();
        clinic.undo(merged.merge());
        assertThat(Judgement.pairs(clinic)).isEqualTo(before);
    }

    @Test
    void whatAContactNoLongerStatesOrHoldsSpeaksForNothing() {
        CrmSession clinic = clinic();
        ContactId chat = came(clinic, ANA, "Ana");
        came(clinic, Identifier.email("ana@example.org"), "Ana");
        email(clinic, chat, "ana@example.org");
        assertThat(Judgement.pairs(clinic)).hasSize(1);
        clinic.facts(chat).forEach(fact -> clinic.verdicts().reject(chat, fact.id()));
        assertThat(Judgement.pairs(clinic)).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheyEndedAndEachPairIsOnOne() {
        CrmSession clinic = clinic();
        for (int i = 0; i < 5; i++) {
            ContactId chat = came(clinic, Identifier.phone("549115000010" + i), "Ana Zabala");
            email(clinic, chat, "ana@example.org");
        }
        Set<Pair> all = Judgement.pairs(clinic);
        assertThat(all).hasSize(10);
        for (int size : List.of(1, 3)) {
            Set<Pair> pairs = new HashSet<>();
            List<Suggestion> pages = all(cursor -> clinic.duplicates().page(cursor, size));
            pages.forEach(s -> pairs.add(Pair.of(s.one().id(), s.other().id())));
            assertThat(pairs).isEqualTo(all).hasSameSizeAs(pages);
        }
        for (String foreign : List.of("", "x", "1_2", "9999999999999999999999", "_", "7_" + new UUID(1, 1))) {
            assertThatThrownBy(() -> clinic.duplicates().page(foreign, 10)).isInstanceOf(UnknownCursor.class);
        }
        assertThatThrownBy(() -> clinic.duplicates().page(null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("PRV-2")
    void ofAnotherTenantNothingIsCompared() {
        CrmSession clinic = clinic();
        CrmSession other = session(TenantId.of("clinica-sur"));
        ContactId ours = came(clinic, ANA, "Ana Pérez");
        ContactId theirs = came(other, Identifier.email("ana@example.org"), "Ana Pérez");
        email(clinic, ours, "ana@example.org");
        assertThat(Judgement.pairs(clinic)).isEmpty();
        assertThat(Judgement.pairs(other)).isEmpty();
        assertThat(clinic.duplicates().of(theirs)).isEmpty();
        assertThat(clinic.duplicates().dismiss(ours, theirs)).isFalse();
    }

    @Test
    @Requirement("PRV-2")
    void onlyWhoMayMergeIsTold() {
        CrmSession agent = crm(storage()).as(Actor.person(CLINIC, "user-8", Role.AGENT));
        ContactId ana = came(clinic(), ANA, "Ana");
        assertThatThrownBy(() -> agent.duplicates().page(null, 10)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> agent.duplicates().of(ana)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> agent.duplicates().dismiss(ana, ana)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void ofAPopulationTheSameAreSuggestedAsInMemory() {
        List<Entry> population = Population.of(1_001, 150);
        Judgement here = Judgement.of(clinic(), population);
        Judgement inMemory = Judgement.of(crm(new InMemoryStorage()).as(Actor.system(CLINIC)), population);
        assertThat(here).isEqualTo(inMemory);
        assertThat(here.suggested()).hasSizeGreaterThan(10);
    }
}
