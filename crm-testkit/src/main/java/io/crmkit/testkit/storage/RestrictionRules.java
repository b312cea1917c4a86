package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkResult;
import io.crmkit.capture.ImportOutcome;
import io.crmkit.capture.ImportedContact;
import io.crmkit.consent.Consent;
import io.crmkit.consent.MaySend;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Scope;
import io.crmkit.interaction.Conversation;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of a restricted contact is kept and grows, and nobody uses it. */
@Requirement("PRV-9")
abstract class RestrictionRules extends StorageRules {
    RestrictionRules(StorageUnderTest under) {
        super(under);
    }

    private static void day(CrmSession clinic) {
        clinic.capture(
                said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola, soy Ana"),
                said("b1", Party.of(BRUNO).named("Bruno"), minute(1), "Hola, soy Bruno"));
    }

    @Test
    void aRestrictedContactIsNeitherShownNorSearchedNorListedNorExportedNorWrittenTo() {
        CrmSession clinic = clinic();
        day(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        assertThat(clinic.privacy().restrict(ana)).isTrue();

        clinic.capture(said("m2", Party.of(ANA), minute(2), "sigo siendo Ana"));

        assertThat(clinic.profile(ana)).isEmpty();
        assertThat(timeline(clinic, ana)).isEmpty();
        assertThat(clinic.facts(ana)).isEmpty();
        assertThat(clinic.assist(ana, 500)).isEmpty();
        assertThat(clinic.handoff(ana)).isEmpty();
        assertThat(contacts(clinic)).extracting(contact -> contact.id()).containsExactly(bruno);
        assertThat(clinic.contacts(ContactQuery.of(Criterion.EVERYBODY), null, 1))
                .satisfies(page -> {
                    assertThat(page.items()).extracting(contact -> contact.id()).containsExactly(bruno);
                    assertThat(page.next()).isEmpty();
                });
        assertThat(clinic.searchContacts("ana", null, 10).items()).isEmpty();
        assertThat(clinic.searchContacts(ANA.value(), null, 10).items()).isEmpty();
        assertThat(clinic.searchMessages("soy", null, 10).items())
                .extracting(hit -> hit.contact())
                .containsExactly(bruno);
        List<ContactId> exported = new ArrayList<>();
        clinic.export(Scope.EVERYTHING, snapshot -> {
            snapshot.forEach(dossier -> exported.add(dossier.id()));
            return exported;
        });
        assertThat(exported).containsExactly(bruno);
        assertThat(clinic.merge(bruno, ana)).isEqualTo(new MergeOutcome.Refused(MergeOutcome.Reason.UNKNOWN_CONTACT));
        for (Purpose purpose : Purpose.values()) {
            assertThat(clinic.privacy().maySend(ana, purpose, "whatsapp"))
                    .isEqualTo(new MaySend.Refused(MaySend.Reason.RESTRICTED));
        }
        assertThat(clinic.privacy().restricted(null, 10)).containsExactly(ana);

        assertThat(clinic.privacy().liftRestriction(ana)).isTrue();

        assertThat(ids(clinic, ana)).containsExactly("m1", "m2");
        assertThat(clinic.searchMessages("soy ana", null, 10).items()).hasSize(1);
        assertThat(clinic.privacy().restricted(null, 10)).isEmpty();
    }

    @Test
    void whoeverKnowsTheIdOfARestrictedContactDoesNothingWithIt() {
        CrmSession clinic = clinic();
        day(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        Conversation conversation = conversations(clinic, ana).get(0).conversation();
        clinic.setStatus(ana, ContactStatus.BLOCKED);
        clinic.privacy().restrict(ana);
        List<String> before = stored(ana);

        assertThat(clinic.tag(ana, Tag.of("vip"))).isFalse();
        assertThat(clinic.untag(ana, Tag.of("vip"))).isFalse();
        assertThat(clinic.note(ana, "called")).isFalse();
        assertThat(clinic.setStatus(ana, null)).isFalse();
        assertThat(clinic.verdicts().state(ana, FactType.COMPANY, "", new FactValue.Text("Acme")))
                .isEmpty();
        assertThat(clinic.duplicates().dismiss(ana, bruno)).isFalse();
        assertThat(clinic.duplicates().of(bruno)).isEmpty();
        assertThat(clinic.duplicates().of(ana)).isEmpty();
        assertThat(clinic.duplicates().page(null, 10).items()).isEmpty();
        assertThat(clinic.entries(conversation, null, 10).items()).isEmpty();
        assertThat(clinic.notes(ana, null, 10).items()).isEmpty();
        assertThat(clinic.conversations(ana, null, 10).items()).isEmpty();
        assertThat(clinic.suggestions(ana)).isEmpty();
        assertThat(clinic.merges(ana)).isEmpty();
        assertThat(clinic.segments().of(ana)).isEmpty();
        assertThat(clinic.segments().explain(ana, SegmentKey.of("new"))).isEmpty();
        assertThat(clinic.privacy().consents(ana)).isEmpty();
        BulkId job = BulkRules.start(clinic, BulkRules.TAGGING, BulkRules.these(List.of(ana, bruno)));
        crm(storage()).dueWork().runDue();
        assertThat(clinic.bulk().refusals(job, null, 10).items())
                .extracting(BulkResult::contact)
                .containsExactly(ana);
        assertThat(clinic.importContacts(
                        List.of(new ImportedContact(
                                "Ana",
                                "+" + ANA.value(),
                                null,
                                List.of(),
                                Set.of(Tag.of("vip")),
                                null,
                                Map.of(),
                                true)),
                        false))
                .containsExactly(new ImportOutcome.Refused(ImportOutcome.Reason.RESTRICTED));

        assertThat(stored(ana)).isEqualTo(before);
        clinic.privacy().liftRestriction(ana);
        assertThat(clinic.profile(ana).orElseThrow().summary().tags()).isEmpty();
        assertThat(clinic.privacy().consents(ana))
                .as("an opt-out is heard")
                .extracting(Consent::granted)
                .containsExactly(false, false);
        assertThat(clinic.tag(ana, Tag.of("vip"))).isTrue();
    }

    private List<String> stored(ContactId contact) {
        return storage()
                .within(
                        CLINIC,
                        work -> List.of(
                                work.additions().notes(contact, null, 10).toString(),
                                work.additions().attributes(contact).toString(),
                                work.facts().of(contact).toString()));
    }

    @Test
    void liftingARestrictionOfWhoAbsorbedARestrictedContactLiftsBoth() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA_ID, minute(1)));
        ContactId ana = holder(clinic, ANA);
        ContactId other = holder(clinic, ANA_ID);
        clinic.privacy().restrict(ana);
        clinic.privacy().restrict(other);
        clinic.capture(stated(Party.of(ANA, ANA_ID), minute(3)));
        assertThat(clinic.privacy().restricted(null, 10)).hasSize(1);
        assertThat(clinic.profile(ana)).isEmpty();
        assertThat(clinic.profile(other)).isEmpty();
        assertThat(clinic.privacy().liftRestriction(other)).isTrue();
        assertThat(clinic.privacy().maySend(ana, Purpose.ANSWER, "whatsapp").allowed())
                .isTrue();
        assertThat(clinic.tag(ana, Tag.of("vip"))).isTrue();
        assertThat(clinic.privacy().restricted(null, 10)).isEmpty();
    }

    @Test
    void whatIsWrittenMeanwhileIsReadByNoExtractor() {
        ScriptedExtractor extractor = ScriptedExtractor.rules();
        Crm crm = Crm.create(storage()).clock(clock).extractor(extractor).build();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        clinic.privacy().restrict(ana);
        clinic.capture(said("m2", Party.of(ANA), minute(1), "name:Ana"));
        crm.dueWork().runDue();
        clinic.privacy().liftRestriction(ana);
        assertThat(clinic.facts(ana)).isEmpty();
    }

    @Test
    void whoIsRestrictedCanBeErased() {
        CrmSession clinic = clinic();
        day(clinic);
        ContactId ana = holder(clinic, ANA);
        clinic.privacy().restrict(ana);
        assertThat(clinic.privacy().erase(ana).orElseThrow().complete()).isTrue();
        assertThat(clinic.privacy().liftRestriction(ana)).isFalse();
        assertThat(clinic.privacy().restricted(null, 10)).isEmpty();
    }

    @Test
    @Requirement("PRV-2")
    void agentsAndBotsRestrictNobodyAndNobodyOfAnotherTenantDoes() {
        day(clinic());
        ContactId ana = holder(clinic(), ANA);
        for (Actor actor : List.of(Actor.bot(CLINIC), Actor.person(CLINIC, "user-8", Role.AGENT))) {
            CrmSession session = crm(storage()).as(actor);
            assertThatThrownBy(() -> session.privacy().restrict(ana)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> session.privacy().liftRestriction(ana)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> session.privacy().restricted(null, 1)).isInstanceOf(AccessDenied.class);
        }
        assertThat(session(TenantId.of("taller-sur")).privacy().restrict(ana)).isFalse();
        assertThat(clinic().profile(ana)).isPresent();
    }
}
