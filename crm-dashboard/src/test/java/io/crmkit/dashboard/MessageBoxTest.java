package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.ContactStatus;
import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@Requirement({"HST-3", "MSG-2"})
class MessageBoxTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser agent = clinic.as(Role.AGENT);

    private Document page(String name) {
        return agent.get("/dashboard/contacts/" + clinic.find(name));
    }

    @Test
    void whoWroteLatelyIsAnsweredAndTheAnswerIsInTheTimeline() {
        Document page = page("elena");
        assertThat(page.select("#message .sub").text()).contains("Se puede escribir libremente hasta");
        Document sent = agent.submit(page.selectFirst("#message-send"), "text", "Sí, a las 18.");
        assertThat(sent.select("#said").text()).isEqualTo("Mensaje enviado.");
        assertThat(sent.select(".entry.agent .text").text()).isEqualTo("Sí, a las 18.");
        agent.submit(page.selectFirst("#message-send"), "text", "Sí, a las 18.");
        assertThat(clinic.messenger.sent()).as("submitted twice").hasSize(1);
    }

    @Test
    void whoWroteLongAgoIsNotAndThePageSaysWhy() {
        Document page = page("tomás");
        assertThat(page.select("#message form")).isEmpty();
        assertThat(page.select("#message li").text()).contains("más de 24 horas");
        clinic.owner().setStatus(clinic.find("elena"), ContactStatus.BLOCKED);
        assertThat(page("elena").select("#message li").text()).contains("bloqueado");
    }

    @Test
    @Requirement("PRV-2")
    void whoMaySendNothingIsOfferedNothing() {
        Document page = clinic.as(Role.ANALYST).get("/dashboard/contacts/" + clinic.find("elena"));
        assertThat(page.select("#message")).isEmpty();
    }
}
