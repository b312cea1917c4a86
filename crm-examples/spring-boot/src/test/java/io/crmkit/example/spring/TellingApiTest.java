package io.crmkit.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.example.spring.Clinic.Answer;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What WhatsApp and the clinic's own systems tell is in the profile when the answer comes. */
@Requirement({"HST-1", "CAP-9", "CAP-12"})
class TellingApiTest {
    private final Clinic clinic = Clinic.withItsDay();

    @Test
    void whatIsWrittenAnsweredBookedAndPaidIsInTheProfile() {
        String contact = "/api/contacts/" + clinic.wrote("5491155509921", "Dice Ejemplo", "Quiero un turno");

        String sent = "{'by':'bot','to':'+54 9 11 5550-9921','providerId':'out-1','at':'2026-11-30T15:00:05Z',"
                + "'text':'¿Qué día te queda bien?'}";
        Answer first = clinic.post("agent", "/api/sent", sent);
        Answer again = clinic.post("agent", "/api/sent", sent);
        clinic.post(
                "manager",
                "/api/appointments",
                "{'kind':'appointment','id':'a-9','contact':{'scheme':'phone','value':'5491155509921'},"
                        + "'at':'2026-11-30T15:01:00Z','status':'booked','start':'2026-12-09T10:30:00',"
                        + "'zone':'America/Argentina/Buenos_Aires','service':'control','price':'45000'}");
        clinic.post(
                "manager",
                "/api/payments",
                "{'id':'p-9','contact':{'scheme':'phone','value':'5491155509921'},'at':'2026-11-30T15:02:00Z',"
                        + "'type':'payment','amount':'45000'}");
        clinic.post(
                "owner",
                "/api/events",
                "{'id':'e-9','contact':{'scheme':'phone','value':'5491155509921'},'at':'2026-11-30T15:03:00Z',"
                        + "'type':'escalation'}");

        JsonNode profile = clinic.get("agent", contact).json();
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("outcome").stringValue()).isEqualTo("known");
        assertThat(profile.path("conversations")).hasSize(1);
        assertThat(profile.path("recent").toString())
                .contains("Quiero un turno", "¿Qué día te queda bien?", "\"type\":\"escalated\"");
        assertThat(profile.path("appointments").path(0).path("start").stringValue())
                .isEqualTo("2026-12-09T13:30:00Z");
        assertThat(profile.path("spend").toString()).contains("45000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent | {'by':'owner','to':'549','providerId':'x','at':'2026-11-30T15:00:05Z','text':'x'} | bot",
                "sent | {'kind':'payment'} | sent",
                "sent | [] | object",
                "sent | { | JSON",
                "payments | {'id':'1','contact':{'scheme':'phone','value':'549'},'at':'now','type':'payment','amount':'1'} | 2026-03-10T12:40:04Z",
                "appointments | {'id':'1'} | scheme"
            })
    void whatIsIncompleteIsRefusedInWordsThatHelp(String path, String body, String word) {
        Answer answer = clinic.post("agent", "/api/" + path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").stringValue()).contains(word);
    }

    @Test
    void whatIsNotSignedByWhatsAppIsNotTaken() {
        String body = Clinic.says(
                "5491155509922", "Falso Ejemplo", "wamid.false", Instant.parse("2026-11-30T15:00:00Z"), "Hola");

        assertThat(clinic.webhook(body, Clinic.signed(body + " ")).status()).isEqualTo(401);
        assertThat(clinic.get("owner", "/api/contacts?q=5491155509922").json().path("contacts"))
                .isEmpty();
    }

    @Test
    void theHandshakeIsAnswered() {
        String path = "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=42&hub.verify_token=";

        assertThat(clinic.send(clinic.to(path + "clinica-norte")).text()).isEqualTo("42");
        assertThat(clinic.send(clinic.to(path + "another")).status()).isEqualTo(403);
    }
}
