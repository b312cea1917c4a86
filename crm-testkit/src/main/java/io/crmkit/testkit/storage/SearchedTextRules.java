package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Attachment;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.Reply;
import io.crmkit.search.SearchHit;
import io.crmkit.testkit.Requirement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a message is found by: what it says now, in whatever form and however odd. */
@Requirement("LST-2")
abstract class SearchedTextRules extends StorageRules {
    SearchedTextRules(StorageUnderTest under) {
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

    @Test
    void captionsChoicesAndWhatTheBusinessSaidAreFound() {
        CrmSession clinic = clinic();
        Content picture = new Content(
                "image",
                "Mi radiografía",
                List.of(new Attachment("image", "1", "image/jpeg", null, null)),
                null,
                List.of(),
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null);
        Content choice = new Content(
                "interactive",
                null,
                List.of(),
                new Reply("button_reply", "yes", "Confirmar turno", null),
                List.of(),
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null);
        clinic.capture(
                MessageEvent.received(ref("m1"), Party.of(ANA), MONDAY, picture),
                MessageEvent.received(ref("m2"), Party.of(ANA), minute(1), choice),
                MessageEvent.sent(ref("m3"), Party.of(ANA), Author.AGENT, minute(2), Content.text("La espero")));
        assertThat(found(clinic, "radiografia")).containsExactly("m1");
        assertThat(found(clinic, "confirmar")).containsExactly("m2");
        assertThat(found(clinic, "ESPERO")).containsExactly("m3");
    }

    @Test
    void whatIsEditedOrDeletedIsFoundByWhatItSaysNowInEveryOrder() {
        List<InboundEvent> events = List.of(
                said("m1", Party.of(ANA), MONDAY, "quiero una limpieza"),
                updated("m1", ANA, new MessageEdited(minute(1), Content.text("quiero un blanqueamiento"))),
                said("m2", Party.of(ANA), minute(2), "borrado luego"),
                updated("m2", ANA, new MessageDeleted(minute(3))));
        for (List<InboundEvent> order : orders(events)) {
            CrmSession clinic = fresh();
            order.forEach(clinic::capture);
            assertThat(found(clinic, "blanqueamiento")).containsExactly("m1");
            assertThat(found(clinic, "quiero")).containsExactly("m1");
            assertThat(found(clinic, "limpieza")).isEmpty();
            assertThat(found(clinic, "borrado")).isEmpty();
            CrmSession atOnce = fresh();
            atOnce.capture(order);
            assertThat(found(atOnce, "quiero")).containsExactly("m1");
            assertThat(found(atOnce, "luego")).isEmpty();
        }
    }

    @Test
    void aMessageToldBetterIsFoundOnceByWhatItSaysAndWhereItStands() {
        CrmSession clinic = clinic();
        clinic.capture(said("m2", Party.of(ANA), minute(30), "turno"));
        clinic.capture(new MessageEvent(
                ref("m1"),
                Party.of(ANA),
                Author.CUSTOMER,
                Origin.HISTORY,
                minute(60),
                Content.of("media_placeholder", null, null)));
        clinic.capture(said("m1", Party.of(ANA), minute(1), "mi turno"));
        assertThat(found(clinic, "turno")).containsExactly("m2", "m1");
        clinic.capture(updated("m1", ANA, new MessageEdited(hour(3), Content.text("otra cosa"))));
        assertThat(found(clinic, "turno")).containsExactly("m2");
    }

    @Test
    void aSnippetIsOneLineAroundTheWord() {
        CrmSession clinic = clinic();
        String text = "x".repeat(30) + " 😀".repeat(40) + "\nquiero un TURNO\tya " + "y".repeat(90);
        clinic.capture(said("m1", Party.of(ANA), MONDAY, text), said("m2", Party.of(ANA), minute(1), "Turno"));
        List<SearchHit> hits = messages(clinic, "turno");
        assertThat(hits.get(0).snippet()).isEqualTo("Turno");
        assertThat(hits.get(1).snippet())
                .startsWith("…")
                .endsWith("y…")
                .contains("quiero un TURNO ya")
                .hasSizeLessThan(100);
        assertThat(hits.get(1).toString()).doesNotContain("TURNO");
    }

    @Test
    void hostileTextFindsWhatItSaysAndNothingElse() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(ANA).named("Ana"), MONDAY, "Hola"));
        List<String> hostile = new ArrayList<>(List.of(
                "' or 1=1 --", "{}", "{1,2}", "%", "_", "*", "?", ":tenant", "\\", "\u0000", "\ud800 x", "hola' --x"));
        hostile.add("Hola ".repeat(13_107));
        hostile.add("no-" + "x".repeat(65_533));
        for (int plane = 0; plane <= 16; plane++) {
            hostile.add("plane" + plane + " " + Character.toString(plane * 0x10000 + 0x4e21));
        }
        for (int i = 0; i < hostile.size(); i++) {
            String text = hostile.get(i);
            clinic.capture(said("h" + i, Party.of(BRUNO), minute(i + 1), text));
            List<String> expected = new ArrayList<>();
            for (int said = i; said >= 0; said--) {
                if (!read(text).isEmpty() && read(hostile.get(said)).containsAll(read(text))) {
                    expected.add("h" + said);
                }
            }
            if (Set.of("hola").equals(read(text))) {
                expected.add("m1");
            }
            assertThat(found(clinic, text)).as("text %d", i).isEqualTo(expected);
        }
    }
}
