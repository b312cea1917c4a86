package io.crmkit.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.privacy.Actor;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The clinic inside a test of Quarkus, where facts are not read: see docs/getting-started-quarkus.md. */
@QuarkusTest
class ClinicTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI server;

    @Inject
    Crm crm;

    @Inject
    UserTransaction transaction;

    @Test
    void theClinicBeginsWithADayForWhoMaySeeIt() throws Exception {
        assertThat(get("owner", "api/contacts").body()).contains("Marta Giménez", "\"identifiers\"");
        assertThat(get("auditor", "api/contacts").statusCode()).isEqualTo(403);
        assertThat(get("nobody", "api/contacts").statusCode()).isEqualTo(401);
        assertThat(get("owner", "api/contacts/nobody").statusCode()).isEqualTo(404);
        assertThat(get("owner", "api/contacts?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void aSignedWebhookIsInTheProfileWhenItIsAnswered() throws Exception {
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":"
                + "\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":"
                + "\"541155550000\",\"phone_number_id\":\"105\"},\"contacts\":[{\"profile\":{\"name\":\"Webhook Ejemplo\"},"
                + "\"wa_id\":\"5491155508001\"}],\"messages\":[{\"from\":\"5491155508001\",\"id\":\"wamid.q1\","
                + "\"timestamp\":\"1795000000\",\"type\":\"text\",\"text\":{\"body\":\"Hola\"}}]}}]}]}";

        assertThat(webhook(body, signed(body + " ")).statusCode()).isEqualTo(401);
        assertThat(get("owner", "api/contacts?q=5491155508001").body()).doesNotContain("Webhook Ejemplo");
        assertThat(webhook(body, signed(body)).statusCode()).isEqualTo(200);
        assertThat(get("owner", "api/contacts?q=5491155508001").body()).contains("Webhook Ejemplo");
    }

    @Test
    void whatIsCapturedGoesWithTheTransactionOfTheHosts() throws Exception {
        CrmSession clinic = crm.as(Actor.system(Seed.CLINIC));
        transaction.begin();
        clinic.capture(says("q-1"));
        assertThat(found(clinic)).isOne();
        transaction.rollback();
        assertThat(found(clinic)).isZero();

        transaction.begin();
        clinic.capture(says("q-2"));
        transaction.commit();
        assertThat(found(clinic)).isOne();

        clinic.capture(says("q-3"));
        assertThat(clinic.contacts(ContactQuery.of(Criterion.text("5491155508002")), null, 2)
                        .items()
                        .get(0)
                        .activity()
                        .interactions())
                .isEqualTo(2);
    }

    @Test
    void theCrmIsInTheHealthOfTheApplication() throws Exception {
        assertThat(get("owner", "q/health/ready").body()).contains("\"crm\"").contains("UP");
    }

    private static long found(CrmSession clinic) {
        return clinic.contacts(ContactQuery.of(Criterion.text("5491155508002")), null, 2)
                .items()
                .size();
    }

    private static MessageEvent says(String id) {
        return MessageEvent.received(
                new ProviderRef(new ChannelAccount("whatsapp", "105"), id),
                Party.of(Identifier.phone("5491155508002")),
                Instant.parse("2026-11-30T15:00:00Z"),
                Content.text("Hola"));
    }

    private HttpResponse<String> get(String user, String path) throws Exception {
        String word = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Basic " + word)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> webhook(String body, String signature) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(server.resolve("webhooks/whatsapp"))
                        .header("X-Hub-Signature-256", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String signed(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("not-a-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
