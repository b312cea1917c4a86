package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.MergeRules.holder;
import static io.crmkit.testkit.storage.MergeRules.merged;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MergeId;
import io.crmkit.contact.Note;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Reacted;
import io.crmkit.merge.UndoOutcome;
import io.crmkit.merge.UndoOutcome.Undone;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.Snapshot;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A merge can be taken back: both are as they were, and what came since is with whose identifier it came by. */
@Requirement("MRG-3")
abstract class UndoRules extends StorageRules {
    private static final Identifier CARLA = Identifier.phone("34600000003");

    UndoRules(StorageUnderTest under) {
        super(under);
    }

    private static void three(CrmSession clinic) {
        clinic.capture(listed(new Party(List.of(ANA), List.of(), "Ana listed", "ana.user"), minute(-9)));
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "first"), said("m2", ANA, hour(30)));
        clinic.capture(said("m3", Party.of(BRUNO, BRUNO_ID).named("Bruno"), minute(5), "other"));
        clinic.capture(said("m4", BRUNO_ID, hour(60)), said("c1", CARLA, hour(2)));
    }

    @Test
    void undoneAtOnceEverythingIsAsItWas() {
        CrmSession clinic = clinic();
        three(clinic);
        Snapshot before = Snapshot.of(clinic);
        List<ContactSummary> contacts = contacts(clinic);
        for (int again = 0; again < 2; again++) {
            ContactId ana = holder(clinic, ANA);
            ContactId bruno = holder(clinic, BRUNO);
            MergeId merge = merged(clinic.merge(bruno, ana));
            assertThat(clinic.undo(merge)).isEqualTo(new Undone(bruno, ana));
            assertThat(Snapshot.of(clinic)).isEqualTo(before);
            assertThat(contacts(clinic)).isEqualTo(contacts);
            assertThat(clinic.merges(ana)).isEmpty();
            assertThat(clinic.undo(merge)).isEqualTo(new UndoOutcome.Unknown());
        }
    }

    @Test
    void whatCameSinceIsWithWhoseIdentifierItCameBy() {
        CrmSession clinic = clinic();
        three(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        MergeId merge = merged(clinic.merge(ana, bruno));
        clinic.capture(said("n1", Party.of(ANA).named("Ana M."), hour(70), "as Ana"));
        clinic.capture(said("n2", Party.of(BRUNO).named("Bruno P."), hour(71), "as Bruno"));
        clinic.capture(updated("m4", BRUNO_ID, new Reacted(Author.AGENT, hour(72), "👍")));

        assertThat(clinic.undo(merge)).isEqualTo(new Undone(ana, bruno));

        assertThat(ids(clinic, ana)).containsExactly("m1", "m2", "n1");
        assertThat(ids(clinic, bruno)).containsExactly("m3", "m4", "n2");
        assertThat(message(clinic, "m4").reactions()).hasSize(1);
        ContactSummary first = clinic.profile(ana).orElseThrow().summary();
        ContactSummary second = clinic.profile(bruno).orElseThrow().summary();
        assertThat(first.contact().displayName()).contains("Ana M.");
        assertThat(first.contact().username()).contains("ana.user");
        assertThat(second.contact().displayName()).contains("Bruno P.");
        assertThat(second.contact().username()).isEmpty();
        assertThat(second.contact().identifiers()).containsExactly(BRUNO, BRUNO_ID);
        assertThat(second.activity().interactions()).isEqualTo(3);
        clinic.capture(said("n3", BRUNO, hour(80)), said("n4", ANA, hour(80)));
        assertThat(ids(clinic, ana)).endsWith("n4");
        assertThat(ids(clinic, bruno)).endsWith("n3");
    }

    @Test
    void ofSeveralMergesTheLastIsUndoneFirst() {
        CrmSession clinic = clinic();
        three(clinic);
        Snapshot before = Snapshot.of(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        ContactId carla = holder(clinic, CARLA);
        MergeId lower = merged(clinic.merge(ana, bruno));
        Snapshot between = Snapshot.of(clinic);
        MergeId upper = merged(clinic.merge(carla, bruno));
        assertThat(clinic.profile(bruno).orElseThrow().summary().id()).isEqualTo(carla);

        assertThat(clinic.undo(lower)).isEqualTo(new UndoOutcome.UndoFirst(upper));
        assertThat(clinic.undo(upper)).isEqualTo(new Undone(carla, ana));
        assertThat(clinic.profile(bruno).orElseThrow().summary().id()).isEqualTo(ana);
        assertThat(Snapshot.of(clinic)).isEqualTo(between);
        assertThat(clinic.undo(lower)).isEqualTo(new Undone(ana, bruno));
        assertThat(Snapshot.of(clinic)).isEqualTo(before);
    }

    @Test
    void whomAProviderStatesToBeOneByNowStaysOne() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO_ID, minute(1)));
        ContactId ana = holder(clinic, ANA);
        ContactId other = holder(clinic, BRUNO_ID);
        MergeId merge = merged(clinic.merge(other, ana));
        clinic.capture(stated(Party.of(ANA, BRUNO_ID), minute(2)));
        assertThat(clinic.undo(merge)).isEqualTo(new UndoOutcome.StillOne(other));
        assertThat(onlyContact(clinic).id()).isEqualTo(other);
        assertThat(clinic.profile(ana).orElseThrow().summary()).isEqualTo(onlyContact(clinic));
        assertThat(clinic.merges(other)).isEmpty();
    }

    @Test
    void aContradictionHiddenByAMergeShowsAgain() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", Party.of(ANA, ANA_ID), MONDAY, "a"), said("m2", Party.of(BRUNO, BRUNO_ID), minute(1), "b"));
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        MergeId merge = merged(clinic.merge(ana, bruno));
        clinic.capture(said("m3", Party.of(ANA, BRUNO_ID), minute(2), "whose?"));
        assertThat(clinic.profile(ana).orElseThrow().conflicts()).isEmpty();
        clinic.undo(merge);
        assertThat(clinic.profile(ana).orElseThrow().conflicts()).containsExactly(bruno);
        assertThat(ids(clinic, ana)).containsExactly("m1", "m3");
    }

    @Test
    void contactsThatNeverWroteAreMergedAndParted() {
        CrmSession clinic = clinic();
        clinic.capture(
                listed(Party.of(ANA).named("Ana"), MONDAY),
                listed(Party.of(BRUNO).named("Bruno"), minute(1)));
        List<ContactSummary> before = contacts(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        MergeId merge = merged(clinic.merge(ana, bruno));
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactlyInAnyOrder(ANA, BRUNO);
        assertThat(clinic.undo(merge)).isEqualTo(new Undone(ana, bruno));
        assertThat(contacts(clinic)).isEqualTo(before);
    }

    @Test
    @Requirement("PRO-5")
    void whatPeopleAddedIsOnTheSurvivorAndGoesBackAndWhatTheyAddedSinceStays() {
        CrmSession clinic = clinic();
        three(clinic);
        ContactId ana = holder(clinic, ANA);
        ContactId bruno = holder(clinic, BRUNO);
        clinic.tag(ana, Tag.of("vip"));
        clinic.tag(ana, Tag.of("both"));
        clinic.tag(bruno, Tag.of("both"));
        clinic.tag(bruno, Tag.of("late payer"));
        clinic.note(ana, "of Ana");
        clinic.note(bruno, "of Bruno");
        clinic.setStatus(bruno, ContactStatus.BLOCKED);
        List<ContactSummary> before = contacts(clinic);

        MergeId merge = merged(clinic.merge(ana, bruno));

        ContactSummary one = clinic.profile(ana).orElseThrow().summary();
        assertThat(one.tags()).containsExactlyInAnyOrder(Tag.of("vip"), Tag.of("both"), Tag.of("late payer"));
        assertThat(one.status()).isEqualTo(ContactStatus.BLOCKED);
        assertThat(notes(clinic, bruno)).containsExactlyInAnyOrder("of Ana", "of Bruno");
        clinic.undo(merge);
        assertThat(contacts(clinic)).isEqualTo(before);
        assertThat(notes(clinic, ana)).containsExactly("of Ana");
        assertThat(notes(clinic, bruno)).containsExactly("of Bruno");

        MergeId again = merged(clinic.merge(ana, bruno));
        clinic.tag(bruno, Tag.of("since"));
        clinic.note(bruno, "since");
        clinic.setStatus(bruno, ContactStatus.INACTIVE);
        clinic.undo(again);
        ContactSummary survivor = clinic.profile(ana).orElseThrow().summary();
        assertThat(survivor.tags()).containsExactlyInAnyOrder(Tag.of("vip"), Tag.of("both"), Tag.of("since"));
        assertThat(survivor.status()).isEqualTo(ContactStatus.INACTIVE);
        assertThat(notes(clinic, ana)).containsExactlyInAnyOrder("of Ana", "since");
        ContactSummary parted = clinic.profile(bruno).orElseThrow().summary();
        assertThat(parted.tags()).containsExactlyInAnyOrder(Tag.of("both"), Tag.of("late payer"));
        assertThat(parted.status()).isEqualTo(ContactStatus.BLOCKED);
    }

    private static List<String> notes(CrmSession clinic, ContactId contact) {
        return clinic.notes(contact, null, 10).items().stream().map(Note::text).toList();
    }

    @Test
    void aMergeNobodyMadeIsUnknown() {
        assertThat(clinic().undo(new MergeId(new UUID(1, 1)))).isEqualTo(new UndoOutcome.Unknown());
    }
}
