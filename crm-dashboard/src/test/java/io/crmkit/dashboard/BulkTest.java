package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.Tag;
import io.crmkit.privacy.Role;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.testkit.Requirement;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@Requirement({"HST-3", "BLK-1", "BLK-6"})
class BulkTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser manager = clinic.as(Role.MANAGER);

    private long tagged(String tag) {
        return clinic.owner()
                .contacts(ContactQuery.of(Criterion.tagged(Tag.of(tag))), null, 100)
                .items()
                .size();
    }

    @Test
    void thosePickedAreTaggedAfterAPreviewAndTheJobTellsHowFarItIs() {
        Document list = manager.get("/dashboard");
        list.select("tr:contains(Marta) input, tr:contains(Caro) input").attr("checked", "");
        Document preview = manager.submit(list.selectFirst("#bulk-go"), "name", "Promo");
        assertThat(preview.text()).contains("Poner la etiqueta promo").contains("2 contactos");
        assertThat(preview.select(".bullets li").eachText()).containsExactly("Caro Paz", "Marta Núñez");
        assertThat(tagged("promo")).isZero();
        Document job = manager.submit(preview.selectFirst("#confirm"));
        assertThat(job.select("#job").text()).contains("En espera");
        assertThat(job.select("#job").attr("hx-trigger")).isEqualTo("every 2s");
        clinic.crm.dueWork().runDue();
        Document done = manager.get(manager.resolved(job.select("#job").attr("hx-get")));
        assertThat(done.select("#job").text()).contains("Terminado · 2 de 2");
        assertThat(done.select("progress").attr("value")).isEqualTo("2");
        assertThat(tagged("promo")).isEqualTo(2);
        assertThat(manager.get("/dashboard/jobs").select("tbody tr").text())
                .contains("promo")
                .contains("2 / 2");
    }

    @Test
    @Requirement("BLK-2")
    void allOfASearchAreChangedAndConfirmingTwiceIsOnce() {
        Document list = manager.get("/dashboard?segment=active");
        Document preview = manager.submit(list.selectFirst("#bulk-go"), "do", "status", "to", "BLOCKED", "whom", "all");
        assertThat(preview.text()).contains("Bloqueado").contains("3 contactos");
        manager.submit(preview.selectFirst("#confirm"));
        manager.submit(preview.selectFirst("#confirm"));
        assertThat(manager.get("/dashboard/jobs").select("tbody tr")).hasSize(1);
        clinic.crm.dueWork().runDue();
        assertThat(manager.get("/dashboard?status=blocked").select("tbody tr")).hasSize(3);
    }

    @Test
    void aJobIsPausedResumedAndCancelled() {
        Document list = manager.get("/dashboard");
        Document preview = manager.submit(list.selectFirst("#bulk-go"), "name", "x", "whom", "all");
        Document job = manager.submit(preview.selectFirst("#confirm"));
        Document paused = manager.submit(job.selectFirst("#pause"));
        assertThat(paused.select("#job").text()).contains("En pausa");
        Document cancelled =
                manager.submit(manager.submit(paused.selectFirst("#resume")).selectFirst("#cancel"));
        assertThat(cancelled.select("#job").text()).contains("Cancelado");
        assertThat(cancelled.select("#job form")).isEmpty();
    }

    @Test
    void withoutAnyoneOrAnythingToDoNothingIsAskedFor() {
        Document list = manager.get("/dashboard");
        assertThat(manager.submit(list.selectFirst("#bulk-go"), "name", "x")
                        .select("#said.no")
                        .text())
                .isEqualTo("No hay contactos elegidos.");
        assertThat(manager.submit(manager.get("/dashboard").selectFirst("#bulk-go"))
                        .select("#said.no"))
                .isNotEmpty();
    }

    @Test
    @Requirement("PRV-2")
    void agentsAreOfferedNone() {
        Browser agent = clinic.as(Role.AGENT);
        assertThat(agent.get("/dashboard").select("#bulk-go, td.pick")).isEmpty();
        agent.get("/dashboard/jobs");
        assertThat(agent.status()).isEqualTo(403);
    }
}
