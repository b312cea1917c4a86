package io.crmkit.testkit.storage;

import static io.crmkit.testkit.storage.MergeRules.holder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.capture.ImportOutcome;
import io.crmkit.capture.ImportOutcome.Accepted;
import io.crmkit.capture.ImportOutcome.Change;
import io.crmkit.capture.ImportOutcome.Reason;
import io.crmkit.capture.ImportOutcome.Refused;
import io.crmkit.capture.ImportedContact;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A list of contacts is taken over: matched by identifiers, joining nobody, and once however often. */
@Requirement("EXP-5")
abstract class ImportRules extends StorageRules {
    private static final ImportOutcome CREATED = new Accepted(Change.CREATED);
    private static final ImportOutcome COMPLETED = new Accepted(Change.COMPLETED);
    private static final ImportOutcome KNOWN = new Accepted(Change.KNOWN);

    ImportRules(StorageUnderTest under) {
        super(under);
    }

    private static ImportedContact row(@Nullable String name, @Nullable String phone, @Nullable String email) {
        return new ImportedContact(name, phone, email, List.of(), Set.of());
    }

    private static @Nullable String name(CrmSession session, Identifier identifier) {
        return session.profile(holder(session, identifier))
                .orElseThrow()
                .summary()
                .contact()
                .displayName()
                .orElse(null);
    }

    @Test
    void newContactsAreCreatedAndASecondRunChangesNothing() {
        CrmSession clinic = clinic();
        List<ImportedContact> list = List.of(
                row("Ana", "+54 9 11 5000-0001", "Ana@Example.org"),
                row("Bruno", "+34 600 000 002", null),
                row("Ana again", "011 15 5000-0001", null),
                new ImportedContact(
                        "Carla",
                        null,
                        null,
                        List.of(new Identifier(new Scheme("old_crm"), "", "77")),
                        Set.of(Tag.of("vip"))));
        assertThat(clinic.importContacts(list, false)).containsExactly(CREATED, CREATED, KNOWN, CREATED);
        List<ContactSummary> contacts = contacts(clinic);
        assertThat(contacts).hasSize(3);
        assertThat(name(clinic, Identifier.email("ana@example.org"))).isEqualTo("Ana");
        assertThat(contacts).filteredOn(c -> c.tags().contains(Tag.of("vip"))).hasSize(1);
        clock.advance(Duration.ofDays(1));
        assertThat(clinic.importContacts(list, false)).containsExactly(KNOWN, KNOWN, KNOWN, KNOWN);
        assertThat(contacts(clinic)).isEqualTo(contacts);
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        List<ContactSummary> before = contacts(clinic);
        List<ImportedContact> list =
                List.of(row("Ana", "+" + ANA.value(), "a@example.org"), row("B", "+" + BRUNO.value(), null));
        List<ImportOutcome> foretold = clinic.importContacts(list, true);
        assertThat(foretold).containsExactly(COMPLETED, CREATED);
        assertThat(contacts(clinic)).isEqualTo(before);
        assertThat(clinic.importContacts(list, false)).isEqualTo(foretold);
    }

    @Test
    void anImportedNameFillsAGapAndNeverOverwrites() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "hi"), said("m2", BRUNO, MONDAY));
        clinic.importContacts(
                List.of(row("Nana", "+" + ANA.value(), null), row("Bru", "+" + BRUNO.value(), null)), false);
        clinic.importContacts(List.of(row("Zzz", "+" + BRUNO.value(), null)), false);
        assertThat(name(clinic, ANA)).isEqualTo("Ana");
        assertThat(name(clinic, BRUNO)).isEqualTo("Bru");
        // History that a provider tells later is older than the import, and still better.
        clinic.capture(said("m0", Party.of(BRUNO).named("Bruno"), minute(-900), "before"));
        assertThat(name(clinic, BRUNO)).isEqualTo("Bruno");
    }

    @Test
    void anIdentifierIsAddedToTheContactThatHasTheOther() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(clinic.importContacts(List.of(row(null, "+" + ANA.value(), "a@example.org")), false))
                .containsExactly(COMPLETED);
        assertThat(onlyContact(clinic).contact().identifiers()).containsExactly(ANA, Identifier.email("a@example.org"));
        assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1");
    }

    @Test
    void aRowThatIsTwoPeopleOrContradictsIsRefusedAndJoinsNobody() {
        CrmSession clinic = clinic();
        clinic.importContacts(
                List.of(row("Ana", "+" + ANA.value(), "a@example.org"), row("B", null, "b@example.org")), false);
        List<ContactSummary> before = contacts(clinic);
        assertThat(clinic.importContacts(
                        List.of(
                                row("Both", "+" + ANA.value(), "b@example.org"),
                                row("Ana", "+" + BRUNO.value(), "a@example.org"),
                                row("Nobody", null, null),
                                row("Odd", "call me", null),
                                row("Odd", null, "not an address"),
                                row("x".repeat(257), "+" + BRUNO.value(), null)),
                        false))
                .containsExactly(
                        new Refused(Reason.TWO_CONTACTS),
                        new Refused(Reason.CONTRADICTS_CONTACT),
                        new Refused(Reason.NO_IDENTIFIER),
                        new Refused(Reason.UNREADABLE_PHONE),
                        new Refused(Reason.UNREADABLE_EMAIL),
                        new Refused(Reason.NAME_TOO_LONG));
        assertThat(contacts(clinic)).isEqualTo(before);
    }

    @Test
    void whoeverWritesLaterIsTheImportedContact() {
        CrmSession clinic = clinic();
        clinic.importContacts(List.of(row("Ana", "+54 9 11 5000-0001", null)), false);
        clinic.capture(said("m1", ANA, MONDAY));
        assertThat(ids(clinic, onlyContact(clinic).id())).containsExactly("m1");
        assertThat(onlyContact(clinic).contact().displayName()).contains("Ana");
    }

    @Test
    void botsAndAgentsDoNotImport() {
        for (Actor actor : List.of(Actor.bot(CLINIC), Actor.person(CLINIC, "user-8", Role.AGENT))) {
            CrmSession session = crm(storage()).as(actor);
            assertThatThrownBy(() -> session.importContacts(List.of(), true)).isInstanceOf(AccessDenied.class);
        }
    }
}
