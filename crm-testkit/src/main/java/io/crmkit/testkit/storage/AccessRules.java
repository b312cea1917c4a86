package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.audit.AuditQuery;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Origins.Held;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.rights.Disclosure;
import io.crmkit.rights.Viewing;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who asks what is known of them is told all of it, where it comes from and who saw it, and nothing of anybody else. */
@Requirement("PRV-4")
abstract class AccessRules extends StorageRules {
    AccessRules(StorageUnderTest under) {
        super(under);
    }

    @Test
    void aPersonIsToldEverythingAndWhereItComesFromAndWhoSawIt() {
        Crm crm = Crm.create(storage())
                .clock(clock)
                .extractor(ScriptedExtractor.rules())
                .build();
        CrmSession clinic = crm.as(Actor.system(CLINIC));
        clinic.capture(
                said("m1", Party.of(ANA).named("Ana"), MONDAY, "name:Ana"),
                said("m2", Party.of(BRUNO).named("Bruno"), MONDAY, "name:Bruno"));
        crm.dueWork().runDue();
        ContactId ana = holder(clinic, ANA);
        clinic.note(ana, "prefers mornings");
        clinic.tag(ana, Tag.of("vip"));
        clinic.privacy().consent(ana, Purpose.MARKETING, "whatsapp", true, "terms 3");
        crm.as(Actor.person(CLINIC, "user-8", Role.AGENT).forPurpose("support")).profile(ana);
        clinic.contacts(null, 10);

        Disclosure told = clinic.privacy().access(ana).orElseThrow();

        assertThat(told.at()).isEqualTo(clock.instant());
        assertThat(told.summary().id()).isEqualTo(ana);
        assertThat(told.restricted()).isFalse();
        assertThat(told.entries())
                .extracting(entry -> entry.interaction().occurrence().ref().id())
                .containsExactly("m1");
        assertThat(told.portrait().facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.support())
                        .extracting(support -> support.message())
                        .containsExactly(told.entries().get(0).interaction().id()));
        assertThat(told.portrait().notes()).extracting(note -> note.text()).containsExactly("prefers mornings");
        assertThat(told.portrait().tags()).containsExactly(Tag.of("vip"));
        assertThat(told.consents()).extracting(Consent::granted).containsExactly(true);
        assertThat(told.viewings())
                .filteredOn(viewing -> viewing.actor().equals("user-8"))
                .singleElement()
                .satisfies(viewing -> {
                    assertThat(viewing.action()).isEqualTo("VIEW_CONTACT");
                    assertThat(viewing.role()).isEqualTo("AGENT");
                    assertThat(viewing.purpose()).isEqualTo("support");
                    assertThat(viewing.outcome()).isEqualTo(AuditOutcome.ALLOWED);
                });
        assertThat(told.viewings()).extracting(Viewing::action).contains("LIST", "TAG", "WRITE_NOTE", "STATE_CONSENT");
        assertThat(told.toString()).doesNotContain("Ana");
    }

    @Test
    void whatWasTheirsBeforeAMergeIsToldAndWhoElseHadANumberIsNot() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", Party.of(ANA).named("Carla"), MONDAY, "soy Carla"),
                stated(Party.of(BRUNO).formerly(ANA), minute(40)),
                said("m2", Party.of(ANA).named("Diego"), minute(60), "soy Diego"),
                said("m3", BRUNO, minute(70)),
                said("m4", ANA_ID, minute(80)));
        ContactId carla = holder(clinic, BRUNO);
        ContactId diego = holder(clinic, ANA);
        clinic.merge(carla, holder(clinic, ANA_ID));

        Disclosure told = clinic.privacy().access(carla).orElseThrow();

        assertThat(told.entries())
                .extracting(entry -> entry.interaction().occurrence().ref().id())
                .containsExactly("m1", "m3", "m4");
        assertThat(told.portrait().held())
                .flatExtracting(Held::holdings)
                .extracting(holding -> holding.holder())
                .contains(carla)
                .doesNotContain(diego);
        assertThat(told.portrait().absorbed()).hasSize(1);
    }

    @Test
    void whoIsRestrictedIsToldAsWellAndStaysRestricted() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        clinic.privacy().restrict(ana);
        Disclosure told = clinic.privacy().access(ana).orElseThrow();
        assertThat(told.restricted()).isTrue();
        assertThat(told.entries()).hasSize(1);
        assertThat(clinic.profile(ana)).isEmpty();
        assertThat(clinic.privacy().restricted(null, 10)).containsExactly(ana);
    }

    @Test
    @Requirement({"PRV-2", "PRV-3"})
    void itIsOnRecordAndNeitherAgentsNorAuditorsTellIt() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        clinic.privacy().access(ana);
        assertThat(clinic.privacy().access(new ContactId(new UUID(1, 1)))).isEmpty();
        List<AuditEntry> entries = storage().within(CLINIC, work -> work.audit().page(AuditQuery.of(ana), null, 1));
        assertThat(entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("DISCLOSE"));
        for (Role role : List.of(Role.AGENT, Role.ANALYST, Role.AUDITOR)) {
            CrmSession session = crm(storage()).as(Actor.person(CLINIC, "user-8", role));
            assertThatThrownBy(() -> session.privacy().access(ana)).isInstanceOf(AccessDenied.class);
        }
    }
}
