package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.Page;
import io.crmkit.UnknownCursor;
import io.crmkit.capture.InboundEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.search.SearchHit;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people type finds contacts and messages as a reader of the plain text would, though nothing is plain. */
@Requirement("LST-2")
abstract class SearchRules extends StorageRules {
    private static final List<String> VOCABULARY = List.of(
            "Hola",
            "hóla",
            "HOLA",
            "turno",
            "Turno,",
            "mañana",
            "manana",
            "día",
            "DIA",
            "¿precio?",
            "ñandú",
            "50%",
            "a1b2",
            "李小龙",
            "O'Higgins",
            "gracias😀",
            "y",
            "limpieza",
            "São",
            "sao",
            "Straße");
    private static final List<String> TYPED = List.of(
            "hola",
            "HÓLA",
            "turno",
            "manana",
            "mañana",
            "dia",
            "precio",
            "nandu",
            "50",
            "a1b2",
            "李",
            "小龙",
            "higgins",
            "gracias",
            "y",
            "sao",
            "straße",
            "hola turno",
            "turno dia limpieza",
            "hol",
            "nothing",
            "turno turno",
            "gracias 😀 y");

    SearchRules(StorageUnderTest under) {
        super(under);
    }

    private static List<SearchHit> messages(CrmSession clinic, String typed) {
        return all(cursor -> clinic.searchMessages(typed, cursor, 4));
    }

    private static List<String> found(CrmSession clinic, String typed) {
        return messages(clinic, typed).stream()
                .map(hit ->
                        Objects.requireNonNull(hit.message()).occurrence().ref().id())
                .toList();
    }

    /** Every message of the tenant, newest first. */
    private static List<Interaction> everything(CrmSession clinic) {
        return contacts(clinic).stream()
                .flatMap(contact -> timeline(clinic, contact.id()).stream())
                .sorted(Comparator.comparing(Interaction::occurredAt)
                        .thenComparing(entry -> new ContactId(entry.id().value()))
                        .reversed())
                .toList();
    }

    /** The words a reader sees, without accents and capitals. */
    private static Set<String> read(String text) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT) + " ";
        plain.codePoints().forEach(point -> {
            if (Character.isIdeographic(point)) {
                words.add(Character.toString(point));
            } else if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
            } else if (Character.getType(point) != Character.NON_SPACING_MARK) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        words.remove("");
        return words;
    }

    private static void agrees(CrmSession clinic) {
        List<Interaction> everything = everything(clinic);
        for (String typed : TYPED) {
            List<String> expected = everything.stream()
                    .filter(entry -> entry.content().text() != null
                            && read(entry.content().text()).containsAll(read(typed)))
                    .map(entry -> entry.occurrence().ref().id())
                    .toList();
            assertThat(found(clinic, typed)).as(typed).isEqualTo(expected);
        }
    }

    @Test
    @Requirement("PRV-1")
    void messagesAreFoundAsInPlainTextNewestFirstWhateverHappenedToThem() {
        CrmSession clinic = clinic();
        Random dice = new Random(5);
        for (int i = 0; i < 160; i++) {
            Identifier who = Identifier.phone("3460000100" + dice.nextInt(8));
            clinic.capture(said("m" + i, Party.of(who), minute(dice.nextInt(60)), sentence(dice)));
            if (i % 5 == 0) {
                String id = "m" + dice.nextInt(i + 1);
                clinic.capture(
                        i % 10 == 0
                                ? updated(id, who, new MessageDeleted(hour(2)))
                                : updated(id, who, new MessageEdited(hour(2), Content.text(sentence(dice)))));
            }
        }
        agrees(clinic);
    }

    private static String sentence(Random dice) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 1 + dice.nextInt(6); i > 0; i--) {
            sentence.append(VOCABULARY.get(dice.nextInt(VOCABULARY.size()))).append(i % 3 == 0 ? "\n" : " ");
        }
        return sentence.toString();
    }

    @Test
    @Requirement("CAP-6")
    void aHitLeadsToWhomTheMessageIsWith() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA), MONDAY, "limpieza"), said("m2", Party.of(ANA_ID), minute(1), "turno"));
        clinic.capture(stated(Party.of(ANA, ANA_ID), minute(2)));
        ContactId one = onlyContact(clinic).id();
        assertThat(messages(clinic, "limpieza")).extracting(SearchHit::contact).containsExactly(one);
        assertThat(messages(clinic, "turno")).extracting(SearchHit::contact).containsExactly(one);

        clinic.capture(said("m3", Party.of(BRUNO).named("Bruno"), minute(3), "nuevo holder"));
        clinic.capture(said("m4", Party.of(BRUNO).named("Carla"), hour(5), "yo soy carla"));
        Identifier next = Identifier.phone("34600000077");
        clinic.capture(stated(Party.of(next).formerly(BRUNO), hour(2)));
        List<ContactId> hits = Stream.of("nuevo", "carla")
                .map(typed -> messages(clinic, typed).get(0).contact())
                .toList();
        assertThat(hits).doesNotHaveDuplicates();
        contacts(clinic).stream()
                .map(ContactSummary::id)
                .forEach(id -> timeline(clinic, id)
                        .forEach(entry -> assertThat(messages(
                                        clinic,
                                        Objects.requireNonNull(entry.content().text())))
                                .extracting(SearchHit::contact)
                                .contains(id)));
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        CrmSession clinic = clinic();
        List<InboundEvent> events = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            events.add(said("m" + i, Party.of(ANA), minute(i / 7), i % 3 == 0 ? "turno y más" : "otra cosa"));
        }
        clinic.capture(events);
        for (int size : List.of(1, 13, 40, 1_000)) {
            assertThat(all(cursor -> clinic.searchMessages("turno", cursor, size)))
                    .hasSize(40)
                    .doesNotHaveDuplicates();
        }
        Page<SearchHit> first = clinic.searchMessages("turno", null, 10);
        clinic.capture(said("late", Party.of(ANA), hour(50), "turno nuevo"));
        assertThat(clinic.searchMessages("turno", first.next().orElseThrow(), 100)
                        .items())
                .hasSize(30);
        assertThatThrownBy(() -> clinic.searchMessages("turno", "x", 10)).isInstanceOf(UnknownCursor.class);
        assertThatThrownBy(() -> clinic.searchMessages("turno", null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("PRV-2")
    void tenantsWithTheSameWordsFindTheirOwn() {
        List<CrmSession> sessions = Stream.of("clinica-norte", "clinica-sur", "taller")
                .map(name -> session(TenantId.of(name)))
                .toList();
        sessions.forEach(session -> session.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola turno")));
        for (CrmSession session : sessions) {
            ContactId own = onlyContact(session).id();
            assertThat(messages(session, "turno"))
                    .extracting(SearchHit::contact)
                    .containsExactly(own);
            assertThat(session.searchContacts("ana", null, 10).items())
                    .extracting(SearchHit::contact)
                    .containsExactly(own);
        }
        assertThat(messages(session(TenantId.of("nobody-yet")), "turno")).isEmpty();
    }

    @Test
    void makingTheIndexAnewChangesNothing() {
        CrmSession clinic = clinic();
        Random dice = new Random(9);
        for (int i = 0; i < 40; i++) {
            Identifier who = Identifier.phone("3460000100" + dice.nextInt(4));
            clinic.capture(said("m" + i, Party.of(who).named("Ana " + i), minute(i), sentence(dice)));
        }
        clinic.capture(updated("m3", BRUNO, new MessageDeleted(hour(2))));
        clinic.rebuildSearch();
        clinic.rebuildSearch();
        agrees(clinic);
        assertThat(clinic.searchContacts("ana", null, 10).items())
                .hasSize(contacts(clinic).size());
    }
}
