package io.crmkit.testkit.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;

class RequirementTagsTest {
    private static final String SOURCE = """
            package p;

            @Requirement("CAP-1")
            class ATest {
                @Test
                @Requirement({"CAP-2", "CAP-3"})
                @ValueSource(strings = {") class Not {", "@Requirement(\\"CAP-4\\")"})
                void proves() {}

                // @Requirement("CAP-5")
                @Nested
                class Inner {
                    @io.crmkit.testkit.Requirement("CAP-6")
                    void provesToo() {}
                }
            }
            """;

    @Test
    void tagsOfClassesAndMethodsAreFound() throws IOException {
        assertThat(RequirementTags.in(List.of(source())))
                .containsExactly(
                        new Proof("CAP-1", "ATest"),
                        new Proof("CAP-2", "ATest.proves"),
                        new Proof("CAP-3", "ATest.proves"),
                        new Proof("CAP-6", "ATest.Inner.provesToo"));
    }

    @Test
    void anUnknownIdIsRefused() {
        RequirementsTable table = new RequirementsTable(List.of("CAP-1\tfirst"));
        assertThatThrownBy(() -> table.add(new Proof("CAP-99", "ATest.proves")))
                .hasMessageContaining("CAP-99")
                .hasMessageContaining("ATest.proves");
    }

    @Test
    void anIdStandsOnceInTheCatalogue() {
        assertThatThrownBy(() -> new RequirementsTable(List.of("CAP-1\tfirst", "CAP-1\tagain")))
                .hasMessageContaining("CAP-1");
    }

    @Test
    void theTableShowsWhatIsNotProven() {
        RequirementsTable table = new RequirementsTable(List.of("CAP-1\tfirst", "CAP-2\tsecond"));
        table.add(new Proof("CAP-2", "BTest"));
        table.add(new Proof("CAP-2", "ATest.proves"));
        assertThat(table.asMarkdown())
                .contains("1 of 2 requirements are proven")
                .contains("| CAP-1 | first | - |\n| CAP-2 | second | `ATest.proves`, `BTest` |\n");
    }

    private static JavaFileObject source() {
        return new SimpleJavaFileObject(URI.create("string:///ATest.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return SOURCE;
            }
        };
    }
}
