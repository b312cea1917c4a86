package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@Requirement("HST-3")
class OwnersPagesTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser owner = clinic.as(Role.OWNER);

    @Test
    void theStartPageTellsHowItHasBeenGoingInFiguresAndPlots() {
        Document page = owner.get("/dashboard/figures");
        assertThat(page.select(".tiles li:contains(En riesgo) strong").text()).isEqualTo("1");
        Element week = page.selectFirst(".plot:contains(Conversaciones por semana)");
        assertThat(week.select("rect")).hasSize(12);
        assertThat(week.select("table tr")).isNotEmpty();
        assertThat(page.select(".plot:contains(Facturado por servicio) table").text())
                .contains("blanqueamiento")
                .contains("45.000");
    }

    @Test
    @Requirement({"EXP-1", "EXP-2"})
    void everybodyASearchOrOneIsTakenOutInEachFormat() {
        Document page = owner.get("/dashboard/exports");
        owner.submit(page.selectFirst("#export"), "format", "CSV");
        assertThat(owner.last().headers().get("Content-Disposition"))
                .isEqualTo("attachment; filename=\"contacts-2026-03-20.csv\"");
        assertThat(owner.last().text()).contains("Marta Núñez").contains("Caro Paz");
        for (Exporting.Format format : Exporting.Format.values()) {
            page = owner.get("/dashboard/exports");
            owner.submit(page.selectFirst("#export"), "format", format.name());
            assertThat(owner.last().text().length()).as(format.name()).isGreaterThan(400);
        }
        Document these = owner.follow(owner.get("/dashboard?tag=vip").selectFirst("#export-these"));
        owner.submit(these.selectFirst("#export"), "format", "CSV");
        assertThat(owner.last().text()).contains("Marta Núñez").doesNotContain("Caro Paz");
        owner.submit(owner.get("/dashboard/contacts/" + clinic.find("caro")).selectFirst("#export"));
        assertThat(owner.last().text()).contains("Caro Paz").doesNotContain("Marta");
    }

    @Test
    @Requirement("PRV-3")
    void theAuditTellsWhoDidWhatAndThatItIsSound() {
        owner.get("/dashboard/contacts/" + clinic.find("caro"));
        Document page = owner.get("/dashboard/audit?contact=" + clinic.find("caro"));
        assertThat(page.select("tbody tr:contains(VIEW_CONTACT)").text())
                .contains("u-7")
                .contains("OWNER")
                .contains("permitido");
        assertThat(owner.submit(page.selectFirst("#audit-verify"))
                        .select(".said")
                        .text())
                .isNotEmpty();
        owner.get("/dashboard/audit?verify=1");
        assertThat(owner.get("/dashboard/audit?verify=1").select(".said.yes").text())
                .contains("intacto");
    }

    @Test
    @Requirement("PRV-2")
    void eachRoleIsOfferedItsPagesAndRefusedTheOthers() {
        assertThat(ways(Role.AGENT)).isEqualTo("Contactos Consultas Soporte Segmentos");
        assertThat(ways(Role.ANALYST)).isEqualTo("Inicio Contactos Consultas Soporte");
        assertThat(ways(Role.AUDITOR)).isEqualTo("Registro");
        assertThat(ways(Role.OWNER))
                .isEqualTo("Inicio Contactos Consultas Soporte Segmentos Duplicados Cambios en lote Exportar Registro");
        Browser agent = clinic.as(Role.AGENT);
        for (String page : new String[] {"figures", "exports", "audit", "jobs", "duplicates"}) {
            agent.get("/dashboard/" + page);
            assertThat(agent.status()).as(page).isEqualTo(403);
        }
    }

    private String ways(Role role) {
        return clinic.as(role).get("/dashboard").select(".top a").text();
    }
}
