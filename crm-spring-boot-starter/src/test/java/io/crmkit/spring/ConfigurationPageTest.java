package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/configuration.md} is written from the metadata; {@code -Dcrm.configuration.write=true} writes it anew. */
@Requirement("HST-1")
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void thePageSaysWhatEditorsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("crm.configuration.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Configuration

                The properties of `crm-spring-boot-starter`, written from its metadata. What properties cannot say is said by
                beans, see [Getting started with Spring Boot](getting-started-spring.md).

                | property | is | type | default |
                |---|---|---|---|
                """);
        TreeMap<String, JsonNode> all = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(
                CrmProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property :
                    new JsonMapper().readTree(in.readAllBytes()).path("properties")) {
                all.put(property.path("name").stringValue(), property);
            }
        }
        all.forEach((name, property) -> page.append("| `%s` | %s | `%s` | %s |\n"
                .formatted(
                        name,
                        property.path("description").asString("").replace("|", "\\|"),
                        type(property.path("type").asString("")),
                        property.path("defaultValue").asString("").isEmpty()
                                ? ""
                                : "`" + property.path("defaultValue").asString("") + "`")));
        return new String(page.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Without packages. */
    private static String type(String name) {
        StringBuilder type = new StringBuilder();
        for (String word :
                name.replace("<", " < ").replace(">", " > ").replace(",", " , ").split(" ")) {
            type.append(word.substring(Math.max(word.lastIndexOf('.'), word.lastIndexOf('$')) + 1));
        }
        return type.toString().replace(",", ", ");
    }
}
