package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.export.ArchiveImport.BadRecord;
import io.crmkit.export.ArchiveImport.Report;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.MoveSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Requirement({"PRV-7", "EXP-1", "EXP-3"})
class ArchiveJsonTest {
    private final List<BadRecord> bad = new ArrayList<>();

    private Report taken(String file, CrmSession into) {
        try {
            return new ArchiveImport(into)
                    .run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), bad::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CrmSession empty() {
        return Everything.empty(new InMemoryStorage(), "clinica-sur", 2);
    }

    private static String written(CrmSession clinic) {
        return ContactsCsvTest.written(clinic, ArchiveJson.lines());
    }

    @Test
    void exportedTakenOverAndExportedAgainItIsTheSameFile() {
        for (long seed = 1; seed <= 8; seed++) {
            CrmSession clinic = Everything.clinic(seed);
            for (ArchiveJson form : List.of(ArchiveJson.document(), ArchiveJson.lines())) {
                String file = ContactsCsvTest.written(clinic, form);
                CrmSession copy = empty();
                Report report = taken(file, copy);
                assertThat(bad).isEmpty();
                assertThat(report.contacts())
                        .isEqualTo(clinic.contacts(null, 100).items().size());
                assertThat(ContactsCsvTest.written(copy, form))
                        .as("seed %d", seed)
                        .isEqualTo(file);
            }
        }
    }

    @Test
    void whatIsTakenOverIsAndStaysTheSame() {
        MoveSimulator.between(InMemoryStorage::new, InMemoryStorage::new, (from, to) -> {
                    taken(written(from), to);
                    assertThat(bad).isEmpty();
                    assertThat(sorted(written(to))).isEqualTo(sorted(written(from)));
                })
                .run(5_000, 60);
    }

    private static List<String> sorted(String file) {
        return file.lines().sorted().toList();
    }

    @Test
    @Requirement("EXP-5")
    void aBadRecordIsToldWithItsPlaceAndCostsNothingThatWasGood() {
        CrmSession clinic = Everything.clinic(3);
        List<String> lines = new ArrayList<>(written(clinic).lines().toList());
        List<String> contacts =
                lines.stream().filter(line -> line.contains("\"contact\"")).toList();
        int second = lines.indexOf(contacts.get(1));
        long entries = lines.subList(second + 1, lines.size()).stream()
                .takeWhile(line -> line.startsWith("{\"record\":\"entry\""))
                .count();
        lines.set(second, lines.get(second).replaceFirst("\"openedAt\":\"[^\"]*\"", "\"openedAt\":\"yesterday\""));
        int last = lines.indexOf(contacts.get(contacts.size() - 1));
        lines.set(last + 1, "{\"record\":\"entry\"");
        CrmSession copy = empty();
        Report report = taken(String.join("\n", lines), copy);
        assertThat(copy.contacts(null, 100).items()).hasSize(contacts.size() - 1);
        assertThat(report.bad()).isEqualTo(bad.size());
        assertThat(bad.get(0).line()).isEqualTo(second + 1);
        assertThat(bad.get(0).reason())
                .isEqualTo("conversations[0].openedAt: It is no time such as 2026-03-10T12:40:04Z");
        assertThat(bad.stream().filter(each -> each.line() > second && each.line() <= second + 1 + entries))
                .hasSize((int) entries + 1);
        assertThat(bad).contains(new BadRecord(last + 2, "It is not JSON"));
    }

    @Test
    void aFileThatBreaksOffIsToldAndWhatWasWholeIsTaken() {
        String whole = ContactsCsvTest.written(Everything.clinic(4), ArchiveJson.document());
        CrmSession copy = empty();
        taken(whole.substring(0, whole.length() * 2 / 3), copy);
        assertThat(bad).extracting(BadRecord::reason).contains("It has no end: part of it is missing");
        assertThat(copy.contacts(null, 100).items()).isNotEmpty();
    }

    @Test
    void whereThereAreContactsNothingIsTakenOver() {
        CrmSession clinic = Everything.clinic(5);
        String file = written(clinic);
        assertThatThrownBy(() -> taken(file, clinic)).hasRootCauseInstanceOf(IOException.class);
        assertThat(written(clinic)).isEqualTo(file);
        for (String foreign : List.of("", "[]", "{}", "{\"contacts\":[]}", "nombre;teléfono\r\n")) {
            assertThatThrownBy(() -> taken(foreign, empty())).as(foreign).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aContactThatComesTwiceIsTakenOnce() {
        String file = written(Everything.clinic(6));
        List<String> lines = file.lines().toList();
        String twice = lines.subList(0, lines.size() - 1).stream().collect(Collectors.joining("\n"))
                + "\n"
                + lines.stream()
                        .filter(line -> line.contains("\"contact\""))
                        .findFirst()
                        .orElseThrow()
                + "\n" + lines.get(lines.size() - 1);
        CrmSession copy = empty();
        taken(twice, copy);
        assertThat(bad)
                .extracting(BadRecord::reason)
                .containsExactly("It cannot be stored: it is there already, or at odds with itself");
        assertThat(sorted(written(copy))).isEqualTo(sorted(file));
    }

    @Test
    void everyRecordFitsThePublishedSchema() {
        for (long seed = 1; seed <= 4; seed++) {
            written(Everything.clinic(seed))
                    .lines()
                    .forEach(line ->
                            assertThat(SchemaCheck.problem(line)).as(line).isEmpty());
        }
        for (String wrong : List.of(
                "{\"record\":\"note\"}",
                "{\"record\":\"end\",\"contacts\":\"1\",\"records\":1}",
                "{\"record\":\"end\",\"contacts\":1}",
                "{\"record\":\"end\",\"contacts\":1,\"records\":1,\"more\":1}")) {
            assertThat(SchemaCheck.problem(wrong)).as(wrong).isNotEmpty();
        }
    }
}
