package io.crmkit.example.spring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages show is so: their code is code that compiles, their properties are properties. */
class DocsTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void everyBlockOfJavaCompiles() throws IOException {
        String compiled = withoutSpace(sources());
        int blocks = 0;
        for (Path page : pages()) {
            for (String block : blocks(page, "```java")) {
                assertThat(compiled.contains(withoutSpace(block)))
                        .as("%s: %s", page, block)
                        .isTrue();
                blocks++;
            }
        }
        assertThat(blocks).isGreaterThan(5);
    }

    @Test
    void everyPropertyThatIsShownThereIs() throws IOException {
        Set<String> known = properties();
        List<String> shown = new ArrayList<>();
        for (Path page : pages()) {
            for (String block : blocks(page, "```properties")) {
                block.lines()
                        .filter(line -> line.startsWith("crm."))
                        .forEach(line -> shown.add(line.substring(0, line.indexOf('='))));
            }
        }
        assertThat(shown).isNotEmpty().allMatch(known::contains);
    }

    private static Set<String> properties() throws IOException {
        Set<String> known = new HashSet<>();
        Enumeration<java.net.URL> all =
                DocsTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        while (all.hasMoreElements()) {
            try (InputStream in = all.nextElement().openStream()) {
                for (JsonNode property : new JsonMapper().readTree(in).path("properties")) {
                    known.add(property.path("name").stringValue());
                }
            }
        }
        return known;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(path -> path.toString().endsWith(".md")))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of(
                "crm-examples/spring-boot/src/test/java/io/crmkit/example/spring/docs",
                "crm-examples/quickstart/src/test/java/io/crmkit/quickstart")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static List<String> blocks(Path page, String fence) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : Files.readAllLines(page)) {
            if (line.equals(fence)) {
                block = new StringBuilder();
            } else if (line.equals("```") && block != null) {
                blocks.add(block.toString());
                block = null;
            } else if (block != null) {
                Objects.requireNonNull(block).append(line).append('\n');
            }
        }
        return blocks;
    }

    private static String withoutSpace(String code) {
        return code.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
