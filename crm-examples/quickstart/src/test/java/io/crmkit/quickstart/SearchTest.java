package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code --search} shows. */
@Requirement("LST-2")
class SearchTest {
    private static List<String> found(String text) {
        JsonNode document = Run.of("--json", "--search", text).document();
        assertThat(document.propertyNames()).containsExactly("contacts", "setAside", "search");
        return StreamSupport.stream(document.path("search").spliterator(), false)
                .map(hit -> {
                    assertThat(hit.propertyNames()).containsExactly("contactId", "where", "snippet");
                    assertThat(document.path("contacts").toString())
                            .contains(hit.path("contactId").asString());
                    return hit.path("where").asString() + ": "
                            + hit.path("snippet").asString();
                })
                .toList();
    }

    @Test
    void theDocumentHasWhatWasFoundByNameAndByNumber() {
        assertThat(found("JULIAN")).contains("name: Julián Acosta");
        assertThat(found("5555-0102")).contains("phone: +54 9 11 5555-0102");
        assertThat(found("nobody-is-called-so")).isEmpty();
    }

    @Test
    void theScreenShowsMessagesWithTheWord() {
        Run run = Run.of("--search", "QUIERO un turno");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("FOUND", "message", "quiero un turno");
        assertThat(run.out().lines()).allMatch(line -> Columns.width(line) <= Screen.WIDTH);
    }
}
