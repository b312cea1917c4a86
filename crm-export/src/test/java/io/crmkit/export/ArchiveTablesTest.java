package io.crmkit.export;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Of every table somebody decided whether it is in the archive: nothing new is forgotten. */
@Requirement("PRV-7")
class ArchiveTablesTest {
    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ArchiveTablesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Stream<String> lines(String resource) throws IOException {
        return resource(resource).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static Map<String, List<String>> decisions() throws IOException {
        Map<String, List<String>> decisions = new LinkedHashMap<>();
        for (String line : lines("archive-tables.tsv").toList()) {
            List<String> cells = List.of(line.split("\t", -1));
            assertThat(cells).as(line).hasSize(3).noneMatch(String::isBlank);
            assertThat(decisions.put(cells.get(0), cells)).as("twice: " + line).isNull();
        }
        return decisions;
    }

    @Test
    void everyTableIsInTheArchiveOrThereIsAReasonWhyNot() throws IOException {
        Set<String> tables = lines("/crm/jpa/data-map.tsv")
                .filter(line -> !line.startsWith("\t"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .collect(toSet());
        assertThat(decisions().keySet())
                .as("say in archive-tables.tsv whether the archive has it, and why")
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void whatATableIsSaidToBeInIsARecordOfThePublishedSchema() throws IOException {
        Set<String> named = decisions().values().stream()
                .map(cells -> cells.get(1))
                .filter(records -> !records.equals("-"))
                .flatMap(records -> Stream.of(records.split(" ")))
                .collect(toSet());
        assertThat(named).isSubsetOf(records());
        assertThat(records())
                .containsAll(named)
                .hasSize(named.size() + Set.of("header", "end").size());
    }

    private static Set<String> records() throws IOException {
        List<String> records = new ArrayList<>();
        try (JsonParser json =
                new JsonFactory().createParser(ObjectReadContext.empty(), resource("crm-archive-2.schema.json"))) {
            json.nextToken();
            Map<?, ?> schema = (Map<?, ?>) Objects.requireNonNull(JsonTree.read(json));
            Map<?, ?> all = (Map<?, ?>) Objects.requireNonNull(schema.get("$defs"));
            all.values().forEach(each -> {
                if (((Map<?, ?>) each).get("properties") instanceof Map<?, ?> properties
                        && properties.get("record") instanceof Map<?, ?> record) {
                    records.add(Objects.toString(record.get("const")));
                }
            });
        }
        return Set.copyOf(records);
    }
}
