package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@Requirement({"HST-3", "LST-1"})
class ContactsPageTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser agent = clinic.as(Role.AGENT);

    @Test
    void theListTellsEverythingOfAContactAtAGlance() {
        Element marta = agent.get("/dashboard").selectFirst("tbody tr:contains(Marta)");
        assertThat(marta.selectFirst("th").text()).contains("Marta Núñez").contains("+54 9 11 5555-0001");
        assertThat(marta.select("td").eachText())
                .contains("hace 3 días", "7", "Activo", "Tipo de cliente: vip")
                .anyMatch(text -> text.contains("Nuevos"));
    }

    @Test
    void theRailCountsTheSegmentsAndLeadsToThem() {
        Document page = agent.get("/dashboard");
        Element silent = page.selectFirst("#rail-at_risk");
        assertThat(silent.text()).isEqualTo("En riesgo 1");
        assertThat(agent.follow(silent).select("tbody th").eachText())
                .singleElement()
                .asString()
                .contains("Tomás");
    }

    @Test
    @Requirement("LST-2")
    void theSearchBoxFindsPeopleAndWhatWasSaid() {
        Document page = agent.get("/dashboard");
        assertThat(agent.submit(page.selectFirst("#search"), "q", "5555 0003")
                        .select("tbody th")
                        .text())
                .contains("Caro Paz");
        Element hit = agent.get("/dashboard?q=sabados").selectFirst(".hits a");
        assertThat(hit.text()).contains("Tomás Ibarra").contains("sábados");
        assertThat(agent.follow(hit).select(".entry.focus .text").text()).isEqualTo("Buen día, ¿atienden los sábados?");
    }

    @Test
    @Requirement("LST-3")
    void filtersStandInTheAddressAndAreShownAgain() {
        Document page = agent.get("/dashboard?status=inactive&order=interactions");
        assertThat(page.select("tbody th").eachText())
                .singleElement()
                .asString()
                .contains("Tomás");
        assertThat(page.select("select[name=status] option[selected]").attr("value"))
                .isEqualTo("INACTIVE");
        assertThat(agent.get("/dashboard?tag=vip").select("tbody th").text())
                .contains("Marta")
                .doesNotContain("Caro");
        assertThat(agent.get("/dashboard?did=booked").select("tbody th").text())
                .contains("Marta")
                .doesNotContain("Caro");
        assertThat(agent.get("/dashboard?from=2026-03-18&to=2026-03-18")
                        .select("tbody th")
                        .text())
                .contains("Caro")
                .doesNotContain("Marta");
    }

    @Test
    void aLongListGoesOnPageByPage() {
        for (int i = 0; i < 60; i++) {
            clinic.says(Clinic.person("54911666" + (10_000 + i), "Persona " + i), Clinic.NOW.minusSeconds(i), "hola");
        }
        Document first = agent.get("/dashboard");
        assertThat(first.select("tbody tr")).hasSize(40);
        Document second = agent.follow(first.selectFirst("#next-page"));
        assertThat(second.select("tbody tr")).hasSize(24);
        assertThat(second.select("#next-page")).isEmpty();
        assertThat(agent.follow(second.selectFirst("#first-page")).select("tbody tr"))
                .hasSize(40);
    }

    @Test
    @Requirement("PRV-2")
    void whoMayNotSeeWhatIsPersonalSeesItMasked() {
        Browser analyst = clinic.as(Role.ANALYST);
        Document page = analyst.get("/dashboard");
        assertThat(page.select("tbody tr")).hasSize(4);
        assertThat(page.text()).contains("M. N.").doesNotContain("Marta").doesNotContain("5555-0001");
        assertThat(page.select("#q")).isEmpty();
        analyst.get("/dashboard?q=marta");
        assertThat(analyst.status()).isEqualTo(403);
    }

    @Test
    @Requirement("PRV-2")
    void whoMayNothingSeesAPageThatSaysSo() {
        Browser auditor = clinic.as(Role.AUDITOR);
        assertThat(auditor.get("/dashboard").select("h1").text()).isEqualTo("No tenés permiso para esto");
        assertThat(auditor.status()).isEqualTo(403);
    }
}
