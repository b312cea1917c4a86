package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.audit.AuditQuery;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Actor;
import io.crmkit.rights.Retention;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What is done for people is on record in the transaction in which it is done: both are there or neither. */
@Requirement("PRV-3")
abstract class RightsOnRecordRules extends StorageRules {
    RightsOnRecordRules(StorageUnderTest under) {
        super(under);
    }

    private List<String> recorded(ContactId contact) {
        return storage().within(CLINIC, work -> work.audit().page(AuditQuery.of(contact), null, 100)).stream()
                .map(entry -> entry.action() + " " + entry.outcome())
                .toList();
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, MONDAY));
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        clinic.privacy().restrict(bruno);
        CrmSession deaf = crm(new SpoiltStorage(storage(), "audit", asked -> asked instanceof AuditEntry))
                .as(Actor.system(CLINIC));
        List<BiConsumer<CrmSession, ContactId>> acts = List.of(
                (session, contact) -> session.privacy().erase(contact),
                (session, contact) -> session.privacy().consent(contact, Purpose.MARKETING, "whatsapp", true, null),
                (session, contact) -> session.privacy().restrict(contact));
        acts.forEach(act -> assertThatThrownBy(() -> act.accept(deaf, ana)).isInstanceOf(IllegalStateException.class));
        assertThatThrownBy(() -> deaf.privacy().liftRestriction(bruno)).isInstanceOf(IllegalStateException.class);

        assertThat(clinic.profile(ana)).isPresent();
        assertThat(clinic.privacy().consents(ana)).isEmpty();
        assertThat(clinic.privacy().restricted(null, 10)).containsExactly(bruno);
    }

    @Test
    void whatIsDoneIsRecordedOnceAndWhatCouldNotBeAsNotFound() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        ContactId ana = holder(clinic, ANA);
        clinic.privacy().consent(ana, Purpose.MARKETING, "whatsapp", true, null);
        clinic.privacy().restrict(ana);
        clinic.privacy().liftRestriction(ana);
        clinic.privacy().erase(ana);
        clinic.privacy().erasure(ana);
        assertThat(recorded(ana))
                .filteredOn(entry -> !entry.startsWith("LIST"))
                .containsExactlyInAnyOrder(
                        "STATE_CONSENT ALLOWED",
                        "RESTRICT_CONTACT ALLOWED",
                        "LIFT_RESTRICTION ALLOWED",
                        "ERASE_CONTACT ALLOWED",
                        "VIEW_ERASURE ALLOWED");
        ContactId nobody = new ContactId(new UUID(1, 1));
        clinic.privacy().erase(nobody);
        clinic.privacy().restrict(nobody);
        assertThat(recorded(nobody)).containsExactlyInAnyOrder("ERASE_CONTACT NOT_FOUND", "RESTRICT_CONTACT NOT_FOUND");
    }

    @Test
    void whoGoesBecauseNothingHappensAnyMoreIsOnRecordEach() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, clock.instant()), said("m2", BRUNO, clock.instant()));
        List<ContactId> both = List.of(holder(clinic, ANA), holder(clinic, BRUNO));
        clock.advance(Duration.ofDays(40));
        clinic.privacy().retain(Retention.DEFAULT.keeping(Retention.Kind.SILENT_CONTACTS, Duration.ofDays(30)), false);
        both.forEach(contact -> {
            List<AuditEntry> entries =
                    storage().within(CLINIC, work -> work.audit().page(AuditQuery.of(contact), null, 1));
            assertThat(entries).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("ERASE_CONTACT");
                assertThat(entry.outcome()).isEqualTo(AuditOutcome.ALLOWED);
                assertThat(entry.actor()).isEqualTo("system");
            });
        });
    }
}
