package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Requirement({"PRV-5", "PRV-9"})
class DataMapTest {
    /** Set to write the page instead of comparing it. */
    private static final String WRITE = "crm.datamap.write";

    private static final Path PAGE = Path.of("..", "docs", "data-map.md");

    @Nested
    class OnH2 extends DataMapRules {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends DataMapRules {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Test
    void theRecordsOfProcessingAreUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/data-map.md: write it anew with -D" + WRITE + "=true, see its head")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Records of processing

                What is kept of whom, why, how long, and what becomes of it when a person is erased. Written from
                `crm-jpa/src/main/resources/crm/jpa/data-map.tsv` by `./mvnw -pl crm-jpa -am test -Dtest=DataMapTest
                -Dsurefire.failIfNoSpecifiedTests=false -Dcrm.datamap.write=true`; the build fails when a column is missing
                or this page is out of date. What is sealed and what a hash gives away is told in [storage](storage.md).

                | table | holds | for | kept | on erasure | columns |
                |---|---|---|---|---|---|
                """);
        for (DataMap.Table table : DataMap.SHIPPED.tables()) {
            List<String> cells = List.of(
                    "`" + table.name() + "`",
                    table.what(),
                    table.why(),
                    table.howLong(),
                    onErasure(table),
                    String.join(", ", new TreeSet<>(table.columns().values())));
            page.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return page.toString();
    }

    private static String onErasure(DataMap.Table table) {
        return switch (table.onErasure()) {
            case "delete" -> "deleted";
            case "keep" -> "kept";
            default -> "deleted: " + table.onErasure();
        };
    }
}
