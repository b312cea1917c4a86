package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Kind;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Note;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.profile.ContactProfile;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.testkit.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people add to contacts by hand, and a status nobody has to keep up. */
abstract class AdditionRules extends StorageRules {
    private static final Tag VIP = new Tag(Tag.Category.CUSTOMER_TYPE, "VIP");
    private static final Tag WHITENING = new Tag(Tag.Category.SERVICE_INTEREST, "whitening");

    AdditionRules(StorageUnderTest under) {
        super(under);
    }

    @Override
    TenantSettings settings() {
        return TenantSettings.DEFAULT.withAttributes(
                new AttributeType("insurer", Kind.TEXT, Search.EXACTLY),
                new AttributeType("points", Kind.NUMBER, Search.BY_RANGE),
                new AttributeType("birthday", Kind.DAY, Search.BY_RANGE),
                new AttributeType("newsletter", Kind.FLAG, Search.NOT));
    }

    private ContactId ana(CrmSession clinic) {
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola"));
        return onlyContact(clinic).id();
    }

    @Test
    @Requirement({"SEG-2", "PRO-5", "LST-1"})
    void tagsOfACategoryAreInTheListAndTheProfile() {
        CrmSession clinic = clinic();
        ContactId ana = ana(clinic);
        assertThat(clinic.tag(ana, VIP)).isTrue();
        clinic.tag(ana, WHITENING);
        clinic.tag(ana, new Tag(Tag.Category.CUSTOMER_TYPE, " vip "));
        assertThat(onlyContact(clinic).tags()).containsExactly(WHITENING, VIP);
        assertThat(clinic.profile(ana).orElseThrow().summary().tags()).containsExactly(WHITENING, VIP);
        clinic.untag(ana, WHITENING);
        clinic.untag(ana, Tag.of("vip"));
        assertThat(onlyContact(clinic).tags()).containsExactly(VIP);
    }

    @Test
    @Requirement("PRO-5")
    void aNoteHasItsAuthorAndTime() {
        CrmSession agent = crm(storage()).as(Actor.person(CLINIC, "user-8", Role.AGENT));
        ContactId ana = ana(clinic());
        assertThat(agent.note(ana, "Prefers mornings")).isTrue();
        Note note = agent.profile(ana).orElseThrow().notes().get(0);
        assertThat(note.author()).isEqualTo("user-8");
        assertThat(note.writtenAt()).isEqualTo(clock.instant());
        assertThat(note.text()).isEqualTo("Prefers mornings");
    }

    @Test
    @Requirement("PRO-5")
    void notesPageWholeNewestFirst() {
        CrmSession clinic = clinic();
        ContactId ana = ana(clinic);
        for (int i = 0; i < 25; i++) {
            clinic.note(ana, "note " + i);
            clock.advance(Duration.ofMinutes(i % 2));
        }
        List<Note> notes = all(cursor -> clinic.notes(ana, cursor, 4));
        assertThat(notes).hasSize(25).doesNotHaveDuplicates();
        assertThat(notes).extracting(Note::writtenAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(clinic.profile(ana).orElseThrow().notes()).isEqualTo(notes.subList(0, 20));
    }

    @Test
    @Requirement("PRO-5")
    void attributesAreTypedAndDeclared() {
        CrmSession clinic = clinic();
        ContactId ana = ana(clinic);
        Map<String, AttributeValue> values = Map.of(
                "insurer", AttributeValue.of("OSDE 210"),
                "points", AttributeValue.of(new BigDecimal("-12.5")),
                "birthday", AttributeValue.of(LocalDate.of(1988, 2, 29)),
                "newsletter", AttributeValue.of(true));
        values.forEach((name, value) -> assertThat(clinic.set(ana, name, value)).isTrue());
        assertThat(clinic.profile(ana).orElseThrow().attributes()).isEqualTo(values);
        clinic.set(ana, "points", AttributeValue.of(3));
        clinic.set(ana, "insurer", null);
        clinic.set(ana, "insurer", null);
        assertThat(clinic.profile(ana).orElseThrow().attributes())
                .containsEntry("points", AttributeValue.of(3))
                .hasSize(3);
        assertThatThrownBy(() -> clinic.set(ana, "shoe_size", AttributeValue.of(38)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clinic.set(ana, "points", AttributeValue.of("many")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement({"LST-1", "LST-5"})
    void theStatusFollowsFromActivityUnlessSomebodySetsIt() {
        CrmSession clinic = clinic();
        ContactId ana = ana(clinic);
        Instant sixtyDaysLater = Instant.parse("2026-05-01T13:00:00Z");
        clock.set(sixtyDaysLater);
        assertThat(onlyContact(clinic).status()).isEqualTo(ContactStatus.ACTIVE);
        clock.set(sixtyDaysLater.plusMillis(1));
        assertThat(onlyContact(clinic).status()).isEqualTo(ContactStatus.INACTIVE);
        assertThat(clinic.profile(ana).orElseThrow().summary()).isEqualTo(onlyContact(clinic));
        for (ContactStatus status : ContactStatus.values()) {
            assertThat(clinic.setStatus(ana, status)).isTrue();
            assertThat(onlyContact(clinic).status()).isEqualTo(status);
            assertThat(onlyContact(clinic).contact().statusByHand()).isTrue();
        }
        clinic.setStatus(ana, null);
        assertThat(onlyContact(clinic).status()).isEqualTo(ContactStatus.INACTIVE);
        clinic.capture(said("m2", ANA, sixtyDaysLater));
        assertThat(onlyContact(clinic).status()).isEqualTo(ContactStatus.ACTIVE);
        assertThat(onlyContact(clinic).contact().statusByHand()).isFalse();
    }

    @Test
    @Requirement("LST-1")
    void whomNothingHappenedWithIsInactive() {
        CrmSession clinic = clinic();
        clinic.capture(listed(Party.of(BRUNO), MONDAY));
        assertThat(onlyContact(clinic).status()).isEqualTo(ContactStatus.INACTIVE);
    }

    @Test
    @Requirement("LST-5")
    void whoIsBlockedIsStoredAndShownAllTheSame() {
        CrmSession clinic = clinic();
        ContactId ana = ana(clinic);
        clinic.setStatus(ana, ContactStatus.BLOCKED);
        clinic.capture(said("m2", Party.of(ANA).named("Ana María"), hour(1), "Still here"));
        assertThat(ids(clinic, ana)).containsExactly("m1", "m2");
        assertThat(onlyContact(clinic).status()).isEqualTo(ContactStatus.BLOCKED);
    }

    @Test
    @Requirement({"PRO-5", "CAP-6"})
    void whatWasAddedToTwoContactsThatAreOneIsTheSurvivors() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", ANA_ID, minute(1)));
        List<ContactId> both = contacts(clinic).stream().map(c -> c.id()).toList();
        clinic.tag(both.get(0), VIP);
        clinic.tag(both.get(1), VIP);
        clinic.tag(both.get(1), WHITENING);
        clinic.note(both.get(0), "of the number");
        clinic.note(both.get(1), "of the id");
        clinic.set(both.get(1), "insurer", AttributeValue.of("OSDE"));
        both.forEach(each -> clinic.set(each, "points", AttributeValue.of(7)));
        clinic.setStatus(both.get(0), ContactStatus.ACTIVE);
        clinic.setStatus(both.get(1), ContactStatus.BLOCKED);

        clinic.capture(stated(Party.of(ANA, ANA_ID), hour(1)));

        ContactProfile one = clinic.profile(both.get(1)).orElseThrow();
        assertThat(one.summary()).isEqualTo(onlyContact(clinic));
        assertThat(one.summary().tags()).containsExactly(WHITENING, VIP);
        assertThat(one.summary().status()).isEqualTo(ContactStatus.BLOCKED);
        assertThat(one.notes()).extracting(Note::text).containsExactlyInAnyOrder("of the number", "of the id");
        assertThat(one.attributes())
                .containsEntry("insurer", AttributeValue.of("OSDE"))
                .containsEntry("points", AttributeValue.of(7));
        both.forEach(each -> assertThat(clinic.note(each, "by either id")).isTrue());
        assertThat(clinic.notes(both.get(0), null, 10).items()).hasSize(4);
    }

    @Test
    void nobodyAddsToAContactThatIsNotThere() {
        CrmSession clinic = clinic();
        ContactId nobody = ContactId.of("01900000-0000-7000-8000-000000000001");
        assertThat(clinic.tag(nobody, VIP)).isFalse();
        assertThat(clinic.note(nobody, "to nobody")).isFalse();
        assertThat(clinic.set(nobody, "points", AttributeValue.of(1))).isFalse();
        assertThat(clinic.setStatus(nobody, ContactStatus.BLOCKED)).isFalse();
        assertThat(clinic.notes(nobody, null, 10).items()).isEmpty();
        ana(clinic);
        Crm crm = crm(storage());
        assertThat(crm.as(Actor.bot(CLINIC)).note(onlyContact(clinic).id(), "by the bot"))
                .isTrue();
    }
}
