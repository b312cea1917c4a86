package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.clinic.Day;
import io.crmkit.clinic.InputFile;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FolderTest {
    private static final String NUMBER = "105";
    private static final String ANA = "5491155550191";
    private static final long TEN = Instant.parse("2026-03-10T13:00:00Z").getEpochSecond();

    @TempDir
    Path place;

    private Path folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("webhooks"));
    }

    @Test
    @Requirement("EXP-5")
    void aFileOfContactsIsTakenOverWithAReport() throws IOException {
        Path contacts = Files.writeString(
                place.resolve("contacts.csv"), "name,phone\nAna,+54 9 11 5555-0191\nBruno,+34 600 000 002\nOdd,none\n");
        Run.file(folder, "1.json", Run.webhook(NUMBER, ANA, "in-1", TEN, "Hola"));
        Run run = Run.of("--webhooks", folder.toString(), "--import", contacts.toString());
        assertThat(run.out())
                .contains("Line 4: Its phone is no phone number.")
                .contains("Imported: 1 created, 0 completed, 1 known, 1 left out.");
    }

    @Test
    @Requirement({"CAP-1", "CAP-13"})
    void theDocumentHasTheFieldsItsReadersKnow() throws IOException {
        Run.file(folder, "1.json", Run.webhook(NUMBER, ANA, "in-1", TEN, "Hola"));
        Run.file(folder, "2.json", Run.sent("bot", "+" + ANA, "out-1", "2026-03-10T10:00:05-03:00", "¡Hola!"));
        Run.file(folder, "3.json", Run.status(NUMBER, ANA, "out-1", "read", TEN + 9));
        Run.file(folder, "4.txt", "this is no JSON");
        Run.file(folder, "5.json", "{'kind':'sent','by':'owner','to':'1','providerId':'x','at':'y','text':'z'}");
        Run.file(folder, ".hidden", "not looked at");

        JsonNode document = Run.document(folder);

        assertThat(document.propertyNames()).containsExactly("contacts", "setAside");
        JsonNode contact = document.path("contacts").path(0);
        assertThat(contact.propertyNames())
                .containsExactly(
                        "id",
                        "displayName",
                        "identifiers",
                        "status",
                        "firstContactAt",
                        "lastContactAt",
                        "initialInquiry",
                        "interactions",
                        "conversations",
                        "facts",
                        "insights",
                        "appointments",
                        "spend",
                        "habits",
                        "suggestions",
                        "segments");
        assertThat(contact.path("displayName").asString()).isEqualTo("Ana Prueba");
        assertThat(contact.path("identifiers").toString())
                .isEqualTo("[{\"scheme\":\"phone\",\"scope\":\"\",\"value\":\"" + ANA + "\"}]");
        assertThat(contact.path("status").asString()).isEqualTo("active");
        assertThat(contact.path("firstContactAt").asString()).isEqualTo("2026-03-10T13:00:00Z");
        assertThat(contact.path("lastContactAt").asString()).isEqualTo("2026-03-10T13:00:05Z");
        assertThat(contact.path("initialInquiry").toString()).isEqualTo("{\"text\":\"Hola\",\"referral\":null}");
        assertThat(contact.path("interactions").asInt()).isEqualTo(2);
        JsonNode conversation = contact.path("conversations").path(0);
        assertThat(conversation.propertyNames())
                .containsExactly("id", "channel", "openedAt", "closedAt", "status", "entries");
        assertThat(conversation.path("channel").asString()).isEqualTo("whatsapp");
        assertThat(conversation.path("status").asString()).isEqualTo("open");
        JsonNode answer = conversation.path("entries").path(1);
        assertThat(answer.propertyNames())
                .containsExactly(
                        "kind", "from", "type", "text", "occurredAt", "receivedAt", "state", "error", "providerId");
        assertThat(answer.path("kind").asString()).isEqualTo("message");
        assertThat(answer.path("from").asString()).isEqualTo("bot");
        assertThat(answer.path("type").asString()).isEqualTo("text");
        assertThat(answer.path("text").asString()).isEqualTo("¡Hola!");
        assertThat(answer.path("occurredAt").asString()).isEqualTo("2026-03-10T13:00:05Z");
        assertThat(Instant.parse(answer.path("receivedAt").asString())).isAfter(Instant.parse("2026-03-10T13:00:05Z"));
        assertThat(answer.path("state").asString()).isEqualTo("read");
        assertThat(answer.path("error").isNull()).isTrue();
        assertThat(answer.path("providerId").asString()).isEqualTo("out-1");
        assertThat(document.path("setAside").toString())
                .isEqualTo("[{\"file\":\"4.txt\",\"reason\":\"It is not JSON.\"},"
                        + "{\"file\":\"5.json\",\"reason\":\"A sent message is by \\\"bot\\\" or \\\"agent\\\".\"}]");
    }

    @Test
    @Requirement("CAP-3")
    void aSecondRunChangesNothing() throws IOException {
        Run.file(folder, "1.json", Run.webhook(NUMBER, ANA, "in-1", TEN, "Hola"));
        Run.file(folder, "2.json", Run.sent("agent", ANA, "out-1", "2026-03-10T13:00:05Z", "Buenas"));
        Run.file(folder, "3.json", "[]");
        String db = "jdbc:h2:" + place.resolve("clinic");

        JsonNode first = Run.document(folder, "--db", db);
        JsonNode second = Run.document(folder, "--db", db);

        assertThat(second).isEqualTo(first);
        assertThat(first.path("contacts").path(0).path("interactions").asInt()).isEqualTo(2);
        assertThat(place.resolve("clinic.keys.json")).exists();
    }

    @Test
    void theKeyLiesWhereItIsAskedFor() throws IOException {
        Run.file(folder, "1.json", Run.webhook(NUMBER, ANA, "in-1", TEN, "Hola"));
        String db = "jdbc:h2:" + place.resolve("clinic");
        Path keys = place.resolve("elsewhere.json");

        JsonNode first = Run.document(folder, "--db", db, "--keys", keys);

        assertThat(keys).exists();
        assertThat(place.resolve("clinic.keys.json")).doesNotExist();
        assertThat(Run.document(folder, "--db", db, "--keys", keys)).isEqualTo(first);
    }

    @Test
    @Requirement("CAP-4")
    void aShuffledFolderGivesTheSameDocument() throws IOException {
        List<InputFile> day = Day.files();
        List<InputFile> channel = new ArrayList<>(day.subList(0, 60));
        List<InputFile> agenda = new ArrayList<>(day.subList(60, day.size()));
        String inOrder = comparable(copy(day, "in-order"));
        for (int seed = 1; seed <= 3; seed++) {
            Collections.shuffle(channel, new Random(seed));
            Collections.shuffle(agenda, new Random(seed));
            List<InputFile> shuffled = new ArrayList<>(seed == 1 ? agenda : channel);
            shuffled.addAll(seed == 1 ? channel : agenda);
            assertThat(comparable(copy(shuffled, "shuffled-" + seed)))
                    .as("seed %d", seed)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    @Requirement("CAP-13")
    void whatWasSentMeetsTheNumberItsStatusesComeFrom() throws IOException {
        Run.file(folder, "1.json", Run.sent("bot", ANA, "out-1", "2026-03-10T12:59:00Z", "Le recordamos su turno"));
        Run.file(folder, "2.json", Run.webhook("777", "5491155550192", "in-1", TEN, "Hola"));
        Run.file(folder, "3.json", Run.status(NUMBER, ANA, "out-1", "delivered", TEN));
        Run.file(folder, "4.json", Run.webhook(NUMBER, ANA, "in-2", TEN + 60, "Gracias"));

        JsonNode ana = Run.document(folder).path("contacts").path(0);

        assertThat(ana.path("conversations")).hasSize(1);
        assertThat(ana.path("conversations")
                        .path(0)
                        .path("entries")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("delivered");
    }

    @Test
    void aBodyLargerThanAWebhookIsSetAsideUnread() throws IOException {
        Files.write(folder.resolve("1.json"), new byte[4 * 1024 * 1024]);

        assertThat(Run.document(folder).path("setAside").toString())
                .isEqualTo("[{\"file\":\"1.json\",\"reason\":\"It is larger than a webhook can be.\"}]");
    }

    @Test
    void textThatSteersTheTerminalIsPrintedWithoutThat() throws IOException {
        Run.file(folder, "1.json", Run.webhook(NUMBER, ANA, "in-1", TEN, "\\u001b[2Jclear"));

        assertThat(Run.of("--webhooks", folder).out()).contains("[2Jclear").doesNotContain("\u001b");
    }

    private Path copy(List<InputFile> files, String name) throws IOException {
        Path copy = Files.createDirectory(place.resolve(name));
        for (int i = 0; i < files.size(); i++) {
            Files.write(
                    copy.resolve("%03d.json".formatted(i)),
                    files.get(i).reading().read(1 << 20));
        }
        return copy;
    }

    private static String comparable(Path folder) {
        return Run.comparable(Run.document(folder));
    }
}
