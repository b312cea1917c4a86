package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.audit.AuditQuery;
import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@Requirement("HST-3")
class ContactPageTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser agent = clinic.as(Role.AGENT);
    private final ContactId marta = clinic.find("marta");

    private Document page() {
        return agent.get("/dashboard/contacts/" + marta);
    }

    @Test
    @Requirement("EXT-5")
    void aFactLeadsToTheMessageInWhichItWasSaidWithItsWordsMarked() {
        Element fact = page().selectFirst(".fact:contains(marta@example.org)");
        assertThat(fact.select(".source").text()).contains("dicho el 2 mar").contains("marta@example.org");
        Document message = agent.follow(fact.selectFirst(".source a"));
        assertThat(message.select("mark").eachText()).containsExactly("marta@example.org");
        assertThat(message.selectFirst("mark").closest("li").id())
                .isEqualTo(fact.selectFirst(".source a").attr("href").split("#")[1]);
    }

    @Test
    @Requirement({"CTX-1", "CTX-2"})
    void theTimelineTellsWhoSaidWhatWhenAndHowFarItGot() {
        Document page = page();
        assertThat(page.select(".entry .side").eachText())
                .containsExactly("Cliente", "Bot", "Cliente", "Sistema", "Sistema", "Cliente", "Agente");
        assertThat(page.select(".entry.bot .state").text()).isEqualTo("✓✓ leído");
        assertThat(page.select(".entry.agent .state").text()).isEqualTo("✓✓ entregado");
        assertThat(page.select(".day").eachText()).hasSize(3).first().asString().contains("2 de marzo");
        assertThat(page.select(".entry.system .text").eachText())
                .first()
                .asString()
                .contains("Turno reservado", "blanqueamiento", "45.000");
    }

    @Test
    @Requirement("PRO-2")
    void olderEntriesComeOnDemand() {
        for (int i = 0; i < 70; i++) {
            clinic.says(Clinic.person("5491155550001", "Marta Núñez"), Clinic.NOW.plusSeconds(i), "mensaje " + i);
        }
        Document newest = page();
        assertThat(newest.select(".entry .text").eachText()).hasSize(30).last().isEqualTo("mensaje 69");
        Document older = agent.follow(newest.selectFirst("#older-link"));
        assertThat(older.select(".entry .text").eachText()).hasSize(30).last().isEqualTo("mensaje 39");
        assertThat(agent.follow(older.selectFirst("#newest"))
                        .select(".entry .text")
                        .eachText())
                .last()
                .isEqualTo("mensaje 69");
    }

    @Test
    @Requirement("PRO-5")
    void tagsAndNotesAreAddedAndTagsTakenOff() {
        Document tagged =
                agent.submit(page().selectFirst("#tag-add"), "name", "Ortodoncia", "category", "SERVICE_INTEREST");
        assertThat(tagged.select("#said").text()).isEqualTo("Etiqueta agregada.");
        assertThat(tagged.select("#tags .tag").eachText()).contains("Servicio de interés: ortodoncia");
        Document without = agent.submit(tagged.selectFirst(".x[aria-label*=ortodoncia]"));
        assertThat(without.select("#tags .tag").eachText()).containsExactly("Tipo de cliente: vip");
        Document noted = agent.submit(without.selectFirst("#note-add"), "text", "Llamar mañana");
        assertThat(noted.select("#notes li").first().text())
                .contains("Llamar mañana")
                .contains("u-7");
        assertThat(agent.submit(noted.selectFirst("#tag-add"), "name", "  ")
                        .select("#said.no")
                        .text())
                .isNotEmpty();
    }

    @Test
    @Requirement("EXT-6")
    void aFactIsConfirmedCorrectedAndRejected() {
        Element mail = page().selectFirst(".fact:contains(marta@example.org)");
        Document confirmed = agent.submit(mail.selectFirst("button[value=accept]"));
        assertThat(confirmed
                        .selectFirst(".fact:contains(marta@example.org) .sure")
                        .text())
                .isEqualTo("confirmado");
        Element again = confirmed.selectFirst(".fact:contains(marta@example.org)");
        Document corrected =
                agent.submit(again.selectFirst("button:contains(Corregir)"), "value", "m.nunez@example.org");
        assertThat(corrected.select("#said").text()).isEqualTo("Dato corregido.");
        assertThat(corrected.select("#facts > ul .fact").text())
                .contains("m.nunez@example.org")
                .doesNotContain("marta@example.org");
        Document rejected =
                agent.submit(corrected.selectFirst(".fact:contains(m.nunez@example.org) button[value=reject]"));
        assertThat(rejected.select("#facts > ul .fact").text()).doesNotContain("m.nunez@example.org");
    }

    @Test
    @Requirement("LST-6")
    void aContactIsBlockedAndLeftToItsActivityAgain() {
        Document blocked = agent.submit(page().selectFirst("#set-status"), "status", "BLOCKED");
        assertThat(blocked.select(".person .status").text()).isEqualTo("Bloqueado");
        assertThat(agent.submit(blocked.selectFirst("#set-status"), "status", "")
                        .select(".person .status")
                        .text())
                .isEqualTo("Activo");
    }

    @Test
    @Requirement("PRV-3")
    void lookingAtAContactIsOnRecord() {
        page();
        assertThat(clinic.owner().audit().page(AuditQuery.of(marta), null, 100).items())
                .anyMatch(entry ->
                        entry.action().equals("VIEW_CONTACT") && entry.actor().equals("u-7"));
    }

    @Test
    @Requirement("PRV-2")
    void anAnalystSeesFiguresAndNothingPersonalAndChangesNothing() {
        Document page = clinic.as(Role.ANALYST).get("/dashboard/contacts/" + marta);
        assertThat(page.text())
                .contains("M. N.")
                .doesNotContain("Marta")
                .doesNotContain("marta@example.org")
                .doesNotContain("blanqueamiento");
        assertThat(page.select("form[method=post]")).isEmpty();
    }

    @Test
    void whatDoesNotExistIsAPageThatSaysSo() {
        for (String path : new String[] {"contacts/x", "contacts/" + new java.util.UUID(1, 2), "nothing", "contacts"}) {
            agent.get("/dashboard/" + path);
            assertThat(agent.status()).as(path).isEqualTo(404);
        }
    }
}
