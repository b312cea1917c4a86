package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.Outcome.Captured;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Merge;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Party;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.merge.MergeOutcome.Merged;
import io.crmkit.merge.MergeOutcome.Reason;
import io.crmkit.merge.MergePreview;
import io.crmkit.merge.MergePreview.Contradiction;
import io.crmkit.merge.UndoOutcome;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.search.SearchHit;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person of the business may say that two contacts are one, whatever their identifiers say. */
@Requirement("MRG-2")
abstract class MergeRules extends StorageRules {
    MergeRules(StorageUnderTest under) {
        super(under);
    }

    private static ContactId of(CrmSession session, String message) {
        return session.capture(said("ask-" + message, Identifier.phone(message), MONDAY)).outcomes().stream()
                .map(outcome -> ((Captured) outcome).contact())
                .findFirst()
                .orElseThrow();
    }

    static ContactId holder(CrmSession session, Identifier identifier) {
        return contacts(session).stream()
                .filter(summary -> summary.contact().identifiers().contains(identifier))
                .map(ContactSummary::id)
                .findFirst()
                .orElseThrow();
    }

    static MergeId merged(MergeOutcome outcome) {
        return ((Merged) outcome).merge();
    }

    private static void twoPhones(CrmSession clinic) {
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "first"), said("m2", ANA, hour(30)));
        clinic.capture(said("m3", Party.of(BRUNO).named("Ana Work"), minute(5), "other"), said("m4", BRUNO, hour(60)));
    }

    @Test
    void twoPhonesOfOnePersonBecomeOneContactThatLosesNothing() {
        CrmSession clinic = clinic();
        twoPhones(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId work = holder(clinic, BRUNO);

        MergeOutcome outcome = clinic.merge(work, ana);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Merged.class, m -> assertThat(m.survivor()).isEqualTo(work));
        ContactSummary one = onlyContact(clinic);
        assertThat(one.id()).isEqualTo(work);
        assertThat(one.contact().identifiers()).containsExactlyInAnyOrder(ANA, BRUNO);
        assertThat(one.contact().displayName()).contains("Ana Work");
        assertThat(one.activity().interactions()).isEqualTo(4);
        assertThat(one.activity().firstContactAt()).contains(MONDAY);
        assertThat(threads(clinic)).containsExactly(List.of("m1", "m3"), List.of("m2"), List.of("m4"));
        for (ContactId old : List.of(ana, work)) {
            assertThat(clinic.profile(old).orElseThrow().summary()).isEqualTo(one);
            assertThat(clinic.profile(old).orElseThrow().conflicts()).isEmpty();
            assertThat(ids(clinic, old)).containsExactly("m1", "m3", "m2", "m4");
        }
    }

    @Test
    @Requirement("LST-2")
    void whoIsMergedIsFoundAsOneAndAfterUndoAsTwo() {
        CrmSession clinic = clinic();
        twoPhones(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId work = holder(clinic, BRUNO);

        MergeId merge = merged(clinic.merge(work, ana));

        for (String said : List.of("ana", ANA.value(), BRUNO.value())) {
            assertThat(found(clinic, said)).containsExactly(work);
        }

        clinic.undo(merge);

        assertThat(found(clinic, "ana")).containsExactlyInAnyOrder(ana, work);
        assertThat(found(clinic, ANA.value())).containsExactly(ana);
        assertThat(found(clinic, BRUNO.value())).containsExactly(work);
    }

    private static List<ContactId> found(CrmSession clinic, String text) {
        return clinic.searchContacts(text, null, 10).items().stream()
                .map(SearchHit::contact)
                .toList();
    }

    @Test
    void aPreviewShowsTheSurvivorAndWhatContradictsAndChangesNothing() {
        CrmSession clinic = clinic();
        twoPhones(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId work = holder(clinic, BRUNO);
        List<ContactSummary> before = contacts(clinic);

        MergePreview.Possible preview = (MergePreview.Possible) clinic.previewMerge(ana, work);

        assertThat(preview.contradictions()).containsExactly(new Contradiction(ANA, BRUNO));
        assertThat(contacts(clinic)).isEqualTo(before);
        clinic.merge(ana, work);
        assertThat(onlyContact(clinic)).isEqualTo(preview.merged());
    }

    @Test
    void whatComesByEitherIdentifierAfterwardsIsTheSurvivors() {
        CrmSession clinic = clinic();
        twoPhones(clinic);
        clinic.merge(holder(clinic, ANA), holder(clinic, BRUNO));
        clinic.capture(said("m5", ANA, hour(61)));
        clinic.capture(said("m6", BRUNO, hour(62)), said("m0", BRUNO, minute(-3)));
        assertThat(onlyContact(clinic).activity().interactions()).isEqualTo(7);
        assertThat(threads(clinic))
                .containsExactly(List.of("m0", "m1", "m3"), List.of("m2"), List.of("m4", "m5", "m6"));
    }

    @Test
    void whatAProviderStatesLaterBreaksNoMerge() {
        CrmSession clinic = clinic();
        twoPhones(clinic);
        ContactId ana = holder(clinic, ANA);
        clinic.merge(ana, holder(clinic, BRUNO));
        clinic.capture(said("m5", Party.of(ANA, ANA_ID), hour(61), "with my id"));
        clinic.capture(said("m6", Party.of(BRUNO, ANA_ID), hour(62), "a contradiction"));
        Identifier next = Identifier.phone("5491150000009");
        clinic.capture(stated(Party.of(next).formerly(BRUNO), hour(63)), said("m7", next, hour(64)));
        ContactSummary one = onlyContact(clinic);
        assertThat(one.id()).isEqualTo(ana);
        assertThat(one.contact().identifiers()).containsExactlyInAnyOrder(ANA, next, ANA_ID);
        assertThat(ids(clinic, ana)).containsExactly("m1", "m3", "m2", "m4", "m5", "m6", "m7");
        assertThat(clinic.profile(ana).orElseThrow().conflicts()).isEmpty();
    }

    @Test
    void aMergeOfAPersonWhoTurnsOutToHaveBeenSomebodyElseBeforeStaysWithWhoWasMeant() {
        CrmSession clinic = clinic();
        twoPhones(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId work = holder(clinic, BRUNO);
        clinic.merge(ana, work);
        // Late news: until hour 40 the second number was a stranger's.
        Identifier before = Identifier.phone("34600000077");
        clinic.capture(stated(Party.of(BRUNO).formerly(before), hour(40)), stated(Party.of(before), MONDAY));
        assertThat(clinic.profile(work).orElseThrow().summary().id()).isEqualTo(ana);
        assertThat(ids(clinic, ana)).contains("m1", "m2", "m4");
        assertThat(contacts(clinic).stream()
                        .mapToInt(c -> c.activity().interactions())
                        .sum())
                .isEqualTo(4);
    }

    @Test
    void whoMergedAndWhenIsOnRecordTheLastFirst() {
        CrmSession clinic = crm(storage()).as(Actor.person(CLINIC, "user-3", Role.MANAGER));
        CrmSession system = clinic();
        twoPhones(system);
        ContactId third = of(system, "34600000003");
        ContactId ana = holder(system, ANA);
        MergeId first = merged(clinic.merge(ana, holder(system, BRUNO)));
        MergeId second = merged(clinic.merge(third, ana));
        List<Merge> merges = clinic.merges(ana);
        assertThat(merges).extracting(Merge::id).containsExactly(second, first);
        assertThat(merges).allSatisfy(merge -> assertThat(merge.actor()).isEqualTo("user-3"));
        assertThat(merges.get(1).at()).isEqualTo(clock.instant());
        assertThat(merges.get(0).at()).isAfter(merges.get(1).at());
    }

    @Test
    void aContactWithItselfOrAnUnknownOneIsRefused() {
        CrmSession clinic = clinic();
        twoPhones(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId work = holder(clinic, BRUNO);
        ContactId nobody = new ContactId(new UUID(1, 1));
        assertThat(clinic.merge(ana, ana)).isEqualTo(new MergeOutcome.Refused(Reason.SAME_CONTACT));
        assertThat(clinic.merge(ana, nobody)).isEqualTo(new MergeOutcome.Refused(Reason.UNKNOWN_CONTACT));
        assertThat(clinic.merge(nobody, ana)).isEqualTo(new MergeOutcome.Refused(Reason.UNKNOWN_CONTACT));
        assertThat(clinic.previewMerge(ana, ana)).isEqualTo(new MergePreview.Refused(Reason.SAME_CONTACT));
        assertThat(clinic.previewMerge(ana, nobody)).isEqualTo(new MergePreview.Refused(Reason.UNKNOWN_CONTACT));
        clinic.merge(ana, work);
        assertThat(clinic.merge(work, ana)).isEqualTo(new MergeOutcome.Refused(Reason.SAME_CONTACT));
        assertThat(clinic.merges(ana)).hasSize(1);
    }

    @Test
    void acrossTenantsIsRefused() {
        CrmSession clinic = clinic();
        CrmSession other = session(TenantId.of("taller-sur"));
        twoPhones(clinic);
        twoPhones(other);
        ContactId here = holder(clinic, ANA);
        ContactId there = holder(other, BRUNO);
        assertThat(clinic.merge(here, there)).isEqualTo(new MergeOutcome.Refused(Reason.UNKNOWN_CONTACT));
        assertThat(clinic.previewMerge(here, there)).isEqualTo(new MergePreview.Refused(Reason.UNKNOWN_CONTACT));
        MergeId merge = merged(other.merge(holder(other, ANA), there));
        assertThat(clinic.undo(merge)).isInstanceOf(UndoOutcome.Unknown.class);
        assertThat(clinic.merges(there)).isEmpty();
        assertThat(contacts(clinic)).hasSize(2);
        assertThat(contacts(other)).hasSize(1);
    }

    @Test
    void botsAndAgentsDoNotMerge() {
        twoPhones(clinic());
        ContactId ana = holder(clinic(), ANA);
        ContactId work = holder(clinic(), BRUNO);
        for (Actor actor : List.of(Actor.bot(CLINIC), Actor.person(CLINIC, "user-8", Role.AGENT))) {
            CrmSession session = crm(storage()).as(actor);
            assertThatThrownBy(() -> session.merge(ana, work)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> session.previewMerge(ana, work)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> session.undo(new MergeId(new UUID(1, 1)))).isInstanceOf(AccessDenied.class);
        }
        assertThat(contacts(clinic())).hasSize(2);
    }
}
