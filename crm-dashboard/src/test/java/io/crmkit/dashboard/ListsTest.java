package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.privacy.Role;
import io.crmkit.segment.Criterion;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@Requirement({"HST-3", "SEG-3", "SEG-4"})
class ListsTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser manager = clinic.as(Role.MANAGER);

    /** Sends the builder with these lines of kind, so or not, and value. */
    private Document send(Document page, String todo, String name, String... lines) {
        return manager.send(
                "POST",
                "/dashboard/lists",
                Map.of(
                        "token", List.of(page.select("input[name=token]").attr("value")),
                        "key", List.of(page.select("input[name=key]").attr("value")),
                        "name", List.of(name),
                        "match", List.of("all"),
                        "do", List.of(todo),
                        "kind", each(lines, 0),
                        "not", each(lines, 1),
                        "value", each(lines, 2)));
    }

    private static List<String> each(String[] lines, int from) {
        return java.util.stream.IntStream.iterate(from, i -> i < lines.length, i -> i + 3)
                .mapToObj(i -> lines[i])
                .toList();
    }

    @Test
    void segmentsAreSaidInWordsWithTheirSizes() {
        Document page = manager.get("/dashboard/segments");
        assertThat(page.select("li:contains(En riesgo)").text())
                .contains("1 contacto", "sin contacto hace 60 días o más", "1 o más mensajes del cliente");
    }

    @Test
    void aListIsCountedWhileItIsMadeSavedChangedAndRemoved() {
        Document empty = manager.get("/dashboard/lists/new");
        Document counted = send(empty, "count", "", "TAG", "so", "vip", "SILENT", "not", "30");
        assertThat(counted.select("#count").text())
                .contains("etiqueta vip y no: sin contacto hace 30 días o más")
                .contains("1 contacto")
                .contains("Marta");
        assertThat(counted.select("#kind-0 option[selected]").attr("value")).isEqualTo("TAG");
        Document saved = send(counted, "save", "Queridas y cercanas", "TAG", "so", "vip", "SILENT", "not", "30");
        assertThat(saved.select("#said").text()).isEqualTo("Lista guardada.");
        assertThat(manager.get("/dashboard?segment=queridas-y-cercanas")
                        .select("tbody th")
                        .text())
                .contains("Marta");
        Document edit = manager.get("/dashboard/lists/queridas-y-cercanas");
        assertThat(edit.select("#value-1").attr("value")).isEqualTo("30");
        assertThat(edit.select("#not-1 option[selected]").attr("value")).isEqualTo("not");
        Document removed =
                manager.submit(manager.get("/dashboard/segments").selectFirst("#remove-queridas-y-cercanas"));
        assertThat(removed.select("#said").text()).isEqualTo("Lista eliminada.");
    }

    @Test
    void whatMakesNoSenseIsNotSavedAndStaysInTheForm() {
        Document wrong = send(manager.get("/dashboard/lists/new"), "save", "x", "SILENT", "so", "many");
        assertThat(wrong.select(".said.no").text()).contains("un valor no corresponde");
        assertThat(wrong.select("#value-0").attr("value")).isEqualTo("many");
        Document circle = send(manager.get("/dashboard/lists/new"), "save", "A", "SEGMENT", "so", "nothing");
        assertThat(circle.select(".said.no").text()).contains("no se pueden usar juntas");
        assertThat(manager.get("/dashboard/segments").select("[id^=remove-]")).isEmpty();
    }

    @Test
    void everyLineOfTheBuilderIsReadBackAsItWasWritten() {
        for (Condition.Kind kind : Condition.Kind.values()) {
            String value = switch (kind) {
                case STATUS -> "BLOCKED";
                case TAG, SEGMENT -> "vip";
                case MOOD -> "NEGATIVE";
                case BOOKED_AHEAD, CALLED -> "";
                default -> "7";
            };
            for (boolean not : List.of(true, false)) {
                Condition line = new Condition(kind, not, value);
                Criterion criterion = line.criterion("ARS").orElseThrow();
                assertThat(Condition.of(criterion, "ARS")).isEqualTo(Optional.of(line));
            }
        }
    }

    @Test
    void aContactsPageSaysWhyItIsInASegment() {
        Document page = manager.get("/dashboard/contacts/" + clinic.find("tomás"));
        assertThat(page.select("section:has(#why-title) li").text())
                .contains("En riesgo", "Por qué: sin contacto hace 60 días o más");
    }

    @Test
    @Requirement("PRV-2")
    void agentsSeeListsAndMakeNone() {
        Browser agent = clinic.as(Role.AGENT);
        assertThat(agent.get("/dashboard/segments").select("#list-new")).isEmpty();
    }
}
