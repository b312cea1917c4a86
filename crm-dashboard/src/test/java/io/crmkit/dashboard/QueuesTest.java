package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@Requirement("HST-3")
class QueuesTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser agent = clinic.as(Role.AGENT);

    @Test
    void inquiriesAreThoseWithoutAnAnswerTheLongestWaitFirst() {
        Document page = agent.get("/consultas");
        assertThat(page.select(".queue .name").eachText()).containsExactly("Caro Paz", "Elena Suárez");
        assertThat(page.selectFirst(".queue li").text())
                .contains("Cliente: Estoy muy enojada")
                .contains("2 días");
        assertThat(agent.follow(page.selectFirst(".queue .name")).select(".entry.focus"))
                .hasSize(1);
    }

    @Test
    @Requirement("AST-5")
    void supportIsWhoAskedForAPersonWithABriefForWhoTakesOver() {
        Document page = agent.get("/soporte");
        assertThat(page.select(".queue .name").eachText()).containsExactly("Caro Paz");
        Element brief = page.selectFirst(".queue a:contains(resumen)");
        assertThat(agent.follow(brief).select("#brief li").eachText())
                .anyMatch(line -> line.contains("Caro Paz"))
                .anyMatch(line -> line.startsWith("Espera respuesta desde"));
    }

    @Test
    @Requirement("PRV-2")
    void whoMayNotSeeWhatIsPersonalSeesWhoWaitsMasked() {
        Document page = clinic.as(Role.ANALYST).get("/soporte");
        assertThat(page.select(".queue .name").eachText()).containsExactly("C. P.");
        assertThat(page.text()).doesNotContain("enojada").doesNotContain("persona con");
        assertThat(page.select(".queue .button")).isEmpty();
    }
}
