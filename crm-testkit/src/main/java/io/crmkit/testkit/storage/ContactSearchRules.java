package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.search.SearchHit;
import io.crmkit.search.SearchHit.Where;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contacts are found by what they are called and how they are reached, as in plain text, and by what is true now. */
abstract class ContactSearchRules extends StorageRules {
    ContactSearchRules(StorageUnderTest under) {
        super(under);
    }

    private static List<ContactId> listed(CrmSession clinic, Criterion criterion) {
        return listed(clinic, ContactQuery.of(criterion));
    }

    private static List<ContactId> listed(CrmSession clinic, ContactQuery query) {
        return all(cursor -> clinic.contacts(query, cursor, 3)).stream()
                .map(ContactSummary::id)
                .toList();
    }

    private static ContactId who(CrmSession clinic, Identifier identifier) {
        return contacts(clinic).stream()
                .filter(summary -> summary.contact().identifiers().contains(identifier))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What a reader of plain text would find, said without terms. */
    private static boolean reads(ContactSummary summary, String typed) {
        String name = plain(summary.contact().displayName().orElse(""));
        List<String> words = Stream.of(name.split(" ")).toList();
        boolean called = Stream.of(plain(typed).split(" "))
                .allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
        String digits = typed.replace(" ", "").replace("-", "");
        return called
                || summary.contact().identifiers().stream()
                        .anyMatch(i -> i.value().equalsIgnoreCase(typed)
                                || digits.length() >= 4 && i.value().endsWith(digits));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('á', 'a').replace('é', 'e').replace('ã', 'a');
    }

    @Test
    @Requirement({"LST-2", "PRV-1"})
    void namesBeginningsOfNamesDigitsAndAddressesAreFoundAsInPlainText() {
        CrmSession clinic = clinic();
        List<String> names = List.of("Ana Pérez", "Anabel", "João Peres", "Mariana", "Pe", "Álvaro Sanabria");
        for (int i = 0; i < 40; i++) {
            Party party = Party.of(
                    i % 5 == 0
                            ? Identifier.email("m" + i + "@example.org")
                            : Identifier.phone("54911500" + (i % 7) + String.format("%04d", i * 11)));
            clinic.capture(said("m" + i, i % 6 == 0 ? party : party.named(names.get(i % 6)), minute(i), "Hola"));
        }
        List<ContactSummary> everybody = contacts(clinic);
        for (String typed : List.of(
                "an",
                "ANA",
                "ána",
                "pe",
                "per",
                "pérez ana",
                "joao",
                "mar",
                "sanab",
                "nab",
                "0011",
                "0110",
                "20022",
                "5000110",
                "5491150",
                "m5@EXAMPLE.org",
                "example",
                "zz",
                "Ana  Pe")) {
            assertThat(listed(clinic, Criterion.text(typed)))
                    .as(typed)
                    .containsExactlyInAnyOrderElementsOf(everybody.stream()
                            .filter(summary -> reads(summary, typed.replace("  ", " ")))
                            .map(ContactSummary::id)
                            .toList());
        }
    }

    @Test
    @Requirement({"LST-2", "CAP-6"})
    void aNumberIsFoundInAnyNotation() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", ANA, MONDAY), said("m2", BRUNO, MONDAY));
        ContactId ana = who(clinic, ANA);
        for (String typed : List.of(
                "5491150000001",
                "+54 9 11 5000-0001",
                "541150000001",
                "011 15 5000-0001",
                "(011) 5000-0001",
                "11 5000 0001",
                "5000-0001",
                "0000001",
                "0001")) {
            assertThat(listed(clinic, Criterion.text(typed))).as(typed).containsExactly(ana);
        }
        assertThat(listed(clinic, Criterion.text("001"))).isEmpty();
        assertThat(listed(clinic, Criterion.text("34 600 00 00 02"))).containsExactly(who(clinic, BRUNO));
    }

    @Test
    @Requirement({"LST-2", "CAP-6"})
    void whoIsRenamedJoinedOrGaveUpANumberIsFoundByWhatIsTrueNow() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "a"));
        clinic.capture(said("m2", Party.of(ANA_ID).named("Beatriz"), minute(1), "b"));
        clinic.capture(said("m3", Party.of(ANA).named("Carla"), minute(2), "c"));
        assertThat(listed(clinic, Criterion.text("ana"))).isEmpty();
        assertThat(listed(clinic, Criterion.text("carla"))).containsExactly(who(clinic, ANA));

        clinic.capture(stated(Party.of(ANA, ANA_ID), minute(3)));
        ContactId one = onlyContact(clinic).id();
        assertThat(listed(clinic, Criterion.text("carla"))).containsExactly(one);
        assertThat(listed(clinic, Criterion.text("beatriz"))).isEmpty();
        assertThat(listed(clinic, Criterion.text("0001"))).containsExactly(one);
        assertThat(listed(clinic, Criterion.text("AR.1001"))).containsExactly(one);

        Identifier next = Identifier.phone("5491150007777");
        clinic.capture(stated(Party.of(next).formerly(ANA), minute(4)));
        assertThat(listed(clinic, Criterion.text("7777"))).containsExactly(one);
        assertThat(listed(clinic, Criterion.text("0001"))).isEmpty();
        clinic.capture(said("m9", Party.of(ANA).named("Diego"), hour(3), "d"));
        assertThat(listed(clinic, Criterion.text("0001")))
                .containsExactly(who(clinic, ANA))
                .doesNotContain(one);
    }

    @Test
    void contactsAreFoundByNameNumberAndAddressWithoutPhoneToo() {
        CrmSession clinic = clinic();
        clinic.capture(
                said("m1", Party.of(ANA).named("Ana Pérez"), MONDAY, "Hola"),
                said("m2", Party.of(BRUNO_ID), minute(1), "Hola"),
                said("m3", Party.of(Identifier.email("bruno@example.org")).named("Bruno"), minute(2), "Hola"));
        assertThat(clinic.searchContacts("per", null, 10).items())
                .extracting(SearchHit::where, SearchHit::snippet)
                .containsExactly(tuple(Where.NAME, "Ana Pérez"));
        assertThat(clinic.searchContacts("5000-0001", null, 10).items())
                .extracting(SearchHit::where, SearchHit::snippet)
                .containsExactly(tuple(Where.PHONE, "+54 9 11 5000-0001"));
        assertThat(clinic.searchContacts("BRUNO@example.org", null, 10).items())
                .extracting(SearchHit::where)
                .containsExactly(Where.EMAIL);
        assertThat(clinic.searchContacts("es.2002", null, 10).items())
                .extracting(SearchHit::where)
                .containsExactly(Where.IDENTIFIER);
        assertThat(clinic.searchContacts("nobody", null, 10).items()).isEmpty();
    }
}
