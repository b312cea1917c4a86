package io.crmkit.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Webhooks that other projects and the platform's documentation publish. They are other people's files and lie beside
 * the checkout, in {@code ../shared/fixtures/whatsapp}, or below the folder that the property {@code crm.shared} names.
 */
@Requirement({"CAP-2", "CAP-5"})
class SharedFixturesTest {
    private static final Path FOLDER = Path.of(System.getProperty(
                    "crm.shared",
                    Path.of("").toAbsolutePath().resolve("../../shared").toString()))
            .resolve("fixtures/whatsapp");

    /** Shows in the report that the files were not there; a factory that is skipped does not. */
    @Test
    void thereAreManyFiles() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: there are no shared fixtures beside this checkout");

        assertThat(files()).hasSizeGreaterThan(50);
    }

    @TestFactory
    Stream<DynamicTest> noFileIsLost() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER));
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> goesThrough(file)));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static void goesThrough(Path file) {
        Clinic clinic = new Clinic(WhatsAppAccounts.all(Clinic.NORTE));

        WebhookReply reply = clinic.receives(read(file));

        assertThat(reply.outcomes()).isNotEmpty();
        assertThat(reply.reasons()).doesNotContain(Scene.UNFORESEEN);
        if (saysSomethingNew(read(file)) && reply.receipts().containsKey(Clinic.NORTE)) {
            assertThat(clinic.contacts()).isNotEmpty();
            assertThat(clinic.contacts()).flatExtracting(clinic::timeline).isNotEmpty();
        }
    }

    /** Whether it holds a message, and not only a change to one. */
    private static boolean saysSomethingNew(byte[] body) {
        return Json.read(body).orElseThrow().findValues("messages").stream()
                .filter(JsonNode::isArray)
                .flatMap(messages -> messages.values().stream())
                .map(Contents::type)
                .anyMatch(type -> !List.of("edit", "revoke", "reaction").contains(type));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
