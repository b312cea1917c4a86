package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code --audit} shows. */
@Requirement("PRV-3")
class AuditTest {
    @Test
    void theScreenShowsWhoSawWhatAndThatTheRecordIsSound() {
        Run run = Run.of("--audit");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("AUDIT", "VIEW_CONTACT", "Sound up to ");
        assertThat(run.out().lines()).allMatch(line -> Columns.width(line) <= Screen.WIDTH);
    }

    @Test
    void theDocumentHasEveryEntryAndTheVerdict() {
        JsonNode document = Run.of("--audit", "--json", "--search", "JULIAN").document();
        assertThat(document.propertyNames()).containsExactly("verdict", "entries");
        assertThat(document.path("verdict").path("sound").asBoolean()).isTrue();
        List<JsonNode> entries = StreamSupport.stream(document.path("entries").spliterator(), false)
                .toList();
        assertThat(entries)
                .isNotEmpty()
                .allMatch(entry -> entry.path("actor").asString().equals("system"));
        assertThat(document.toString()).doesNotContainIgnoringCase("julian");
    }
}
