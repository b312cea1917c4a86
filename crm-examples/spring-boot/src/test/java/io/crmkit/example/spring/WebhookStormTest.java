package io.crmkit.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.example.spring.Clinic.Answer;
import io.crmkit.testkit.Requirement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example on PostgreSQL by its documented profile, while everybody writes at once and some are not who they say. */
@Requirement({"CAP-3", "CAP-9", "PRV-1", "HST-1"})
class WebhookStormTest {
    private static final int POSTS = 500;
    private static final int PEOPLE = 50;
    private static final int FORGED = 60;

    @TempDir
    Path place;

    @Test
    void nothingSignedIsLostAndNothingElseIsTaken() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role clinic login password 'clinic' nosuperuser nobypassrls");
                statement.execute("create database clinic owner clinic");
            }
            try (Clinic clinic = new Clinic(
                    "--server.port=0",
                    "--spring.main.banner-mode=off",
                    "--spring.profiles.active=postgresql",
                    "--spring.datasource.url=jdbc:postgresql://localhost:" + server.getPort() + "/clinic",
                    "--spring.datasource.password=clinic",
                    "--crm.keys.file=" + place.resolve("keys.json"))) {
                storm(clinic);
            }
        }
    }

    private static void storm(Clinic clinic) {
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            String body = body("54911555%05d".formatted(i % PEOPLE), "wamid.storm." + i, "Mensaje");
            requests.add(clinic.signed(body, Clinic.signed(body)).build());
        }
        for (int i = 0; i < FORGED; i++) {
            String body = body("54911556%05d".formatted(i), "wamid.forged." + i, "Falso");
            HttpRequest.Builder request = switch (i % 3) {
                case 0 -> clinic.signed(body, Clinic.signed(body + " "));
                case 1 -> clinic.to("/webhooks/whatsapp").POST(BodyPublishers.ofString(body));
                default -> clinic.signed(body, Clinic.signed(body)).header("X-Forwarded-Proto", "http");
            };
            requests.add(request.build());
        }

        List<Integer> statuses =
                clinic.sendAtOnce(requests).stream().map(Answer::status).toList();

        assertThat(statuses.subList(0, POSTS)).containsOnly(200);
        assertThat(statuses.subList(POSTS, POSTS + FORGED)).containsOnly(401, 403);
        assertThat(contacts(clinic).stream().mapToInt(Integer::intValue).sum()).isEqualTo(POSTS);
        assertThat(contacts(clinic)).hasSize(PEOPLE).containsOnly(POSTS / PEOPLE);
    }

    /** How many interactions each contact has. */
    private static List<Integer> contacts(Clinic clinic) {
        var list = clinic.get("owner", "/api/contacts?limit=1000").json().path("contacts");
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.path(i).path("interactions").intValue())
                .toList();
    }

    private static String body(String from, String id, String text) {
        return Clinic.says(from, "Persona Ejemplo", id, Instant.parse("2026-11-30T15:00:00Z"), text);
    }
}
