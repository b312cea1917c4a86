package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --export} leaves behind, and {@code --import} makes of it. */
class ExportTest {
    @TempDir
    Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private JsonNode manifest(String name) throws IOException {
        return new JsonMapper().readTree(Files.readString(folder.resolve(name + ".manifest.json")));
    }

    @Test
    @Requirement({"EXP-1", "EXP-3", "LST-4"})
    void theListTheFileAndItsManifestCountTheSame() throws IOException {
        for (String name : List.of("all.csv", "all.json", "all.jsonl", "all.pdf")) {
            Run run = Run.of("--json", "--export", folder.resolve(name));
            assertThat(run.status()).as(run.err()).isZero();
            int listed = new JsonMapper().readTree(run.out()).path("contacts").size();
            assertThat(run.err()).isEqualTo("Exported: " + listed + " contacts to " + folder.resolve(name) + ".\n");
            assertThat(manifest(name).path("contacts").asInt()).isEqualTo(listed);
        }
        assertThat(files())
                .containsExactly(
                        "all.csv",
                        "all.csv.manifest.json",
                        "all.json",
                        "all.json.manifest.json",
                        "all.jsonl",
                        "all.jsonl.manifest.json",
                        "all.pdf",
                        "all.pdf.manifest.json");
    }

    @Test
    @Requirement("PRV-7")
    void anArchiveTakenOverIntoAnEmptyDatabaseIsTheSameThere() throws IOException {
        Path one = folder.resolve("one.json");
        Path other = folder.resolve("other.json");
        Run there = Run.of("--json", "--export", one);
        Run here = Run.of("--json", "--import", one, "--export", other);
        assertThat(here.status()).as(here.err()).isZero();
        assertThat(here.err()).startsWith("Taken over: ").contains(" 0 records left out.");
        assertThat(sorted(other)).isEqualTo(sorted(one));
        JsonMapper mapper = new JsonMapper();
        assertThat(mapper.readTree(here.out()).path("contacts"))
                .isEqualTo(mapper.readTree(there.out()).path("contacts"));
    }

    /** When it was written is another time, and what hashes order comes in another order. */
    private static List<String> sorted(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.contains("\"record\":\"header\""))
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .sorted()
                .toList();
    }

    @Test
    void whatCannotBeIsTold() throws IOException {
        assertThat(Run.of("--export", folder.resolve("all.xls")).err())
                .isEqualTo("crm-quickstart: --export takes a file whose name ends in .csv, .json, .jsonl or .pdf\n");
        assertThat(Run.of("--export", folder.resolve("no/all.csv")).err())
                .startsWith("crm-quickstart: Cannot export to ");
        Files.writeString(folder.resolve("broken.json"), "[{\"record\":\"contact\"}]");
        assertThat(Run.of("--import", folder.resolve("broken.json")).err())
                .startsWith("crm-quickstart: Cannot import ");
        assertThat(files()).containsExactly("broken.json");
    }
}
