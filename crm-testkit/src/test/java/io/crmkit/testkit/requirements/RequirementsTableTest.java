package io.crmkit.testkit.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class RequirementsTableTest {
    private static final String WRITE = "crm.requirements.write";
    private static final String COMMAND = "./mvnw -pl crm-testkit -am test -Dtest=RequirementsTableTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true";

    private final SourceTree tree = SourceTree.here();

    @Test
    void thePageSaysWhatTheTestsProve() throws IOException {
        Path page = tree.root().resolve("docs/requirements.md");
        String expected = table().asMarkdown();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, expected);
        }
        String committed = Files.exists(page) ? Files.readString(page).replace("\r\n", "\n") : "";
        assertThat(committed)
                .as("docs/requirements.md is out of date; write it anew with: %s", COMMAND)
                .isEqualTo(expected);
    }

    private RequirementsTable table() throws IOException {
        RequirementsTable table =
                new RequirementsTable(Files.readAllLines(tree.root().resolve("docs/requirements.tsv")));
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            RequirementTags.in(files.getJavaFileObjectsFromPaths(tree.provingSources()))
                    .forEach(table::add);
        }
        return table;
    }
}
