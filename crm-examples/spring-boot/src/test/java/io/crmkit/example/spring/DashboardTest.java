package io.crmkit.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.example.spring.Clinic.Answer;
import io.crmkit.testkit.Requirement;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@Requirement("HST-3")
class DashboardTest {
    private final Clinic clinic = Clinic.withItsDay();

    private Answer note(String user, String contact, String token) {
        String form = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&text=Llamar";
        return clinic.send(clinic.by(user, "/dashboard/contacts/" + contact + "/notes")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void whoLoggedInSeesTheContactsAndWhoWaits() {
        assertThat(clinic.get("agent", "/dashboard").text()).contains("Marta Giménez");
        assertThat(clinic.get("agent", "/consultas").text()).contains("esperan respuesta");
        assertThat(clinic.get("agent", "/soporte").status()).isEqualTo(200);
        assertThat(clinic.get("analyst", "/dashboard").text()).contains("M. G.").doesNotContain("Marta");
        assertThat(clinic.get("auditor", "/dashboard").status()).isEqualTo(403);
        assertThat(clinic.get("owner", "/dashboard/assets/dashboard.css").type())
                .startsWith("text/css");
    }

    @Test
    void aFormIsTakenFromThePageItWasOnAndFromNowhereElse() {
        String contact = clinic.idOf("Marta");
        String page = clinic.get("agent", "/dashboard/contacts/" + contact).text();
        int from = page.indexOf("name=\"token\" value=\"") + 20;
        String token = page.substring(from, page.indexOf('"', from));

        assertThat(note("agent", contact, "").status()).isEqualTo(403);
        assertThat(note("manager", contact, token).status()).isEqualTo(403);
        assertThat(note("agent", contact, token).status()).isEqualTo(303);
        assertThat(clinic.get("agent", "/dashboard/contacts/" + contact).text()).contains("Llamar");
    }

    @Test
    void aSpreadsheetIsDownloaded() {
        String page = clinic.get("manager", "/dashboard/exports").text();
        int from = page.indexOf("name=\"token\" value=\"") + 20;
        Answer file = clinic.send(clinic.by("manager", "/dashboard/exports")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("format=CSV&token=" + page.substring(from, page.indexOf('"', from)))));

        assertThat(file.type()).startsWith("text/csv");
        assertThat(file.text()).contains("Marta Giménez");
    }
}
