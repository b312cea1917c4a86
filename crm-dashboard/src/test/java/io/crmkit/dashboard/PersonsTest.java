package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Role;
import io.crmkit.testkit.Requirement;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@Requirement("HST-3")
class PersonsTest {
    private final Clinic clinic = Clinic.busy();
    private final Browser owner = clinic.as(Role.OWNER);

    @Test
    @Requirement({"MRG-1", "MRG-2", "MRG-3"})
    void twoThatLookLikeOneAreComparedMergedAndPartedAgain() {
        clinic.says(
                Clinic.person("5491155559999", "Marta Núñez"), Clinic.days(1), "Cambié de teléfono, marta@example.org");
        clinic.crm.dueWork().runDue();
        Document pairs = owner.get("/dashboard/duplicates");
        assertThat(pairs.select(".pair").text()).contains("mismo nombre");
        Document preview = owner.follow(pairs.selectFirst(".pair .button.main"));
        assertThat(preview.select(".result").text()).contains("5555-0001").contains("5555-9999");
        Document merged = owner.submit(preview.selectFirst("#merge"));
        assertThat(merged.select("#said").text()).isEqualTo("Contactos unidos.");
        assertThat(owner.get("/dashboard?q=marta").select("tbody tr")).hasSize(1);
        Document page = owner.get("/dashboard/contacts/" + clinic.find("marta"));
        Document parted = owner.submit(page.selectFirst("#merges button"));
        assertThat(parted.select("#said").text()).isEqualTo("Unión deshecha: vuelven a ser dos.");
        assertThat(owner.get("/dashboard?q=marta").select("tbody tr")).hasSize(2);
    }

    @Test
    @Requirement("MRG-1")
    void twoOfWhomSomebodySaysThatTheyAreTwoAreNotSuggestedAgain() {
        clinic.says(Clinic.person("5491155559999", "Marta Núñez"), Clinic.days(1), "Mi mail: marta@example.org");
        clinic.crm.dueWork().runDue();
        Document pairs = owner.get("/dashboard/duplicates");
        assertThat(owner.submit(pairs.selectFirst(".pair button")).select(".pair"))
                .isEmpty();
    }

    @Test
    @Requirement("PRV-8")
    void whatSomebodyAgreesToIsRecordedAndShown() {
        ContactId marta = clinic.find("marta");
        Document page = owner.get("/dashboard/contacts/" + marta);
        Document out = owner.submit(page.selectFirst("#consent-withdraw"), "purpose", "MARKETING");
        assertThat(out.select("#consents li").text()).startsWith("promociones: no quiere, desde el");
        assertThat(out.select(".person .badge").text()).isEqualTo("No quiere: promociones");
        clinic.clock.advance(java.time.Duration.ofMinutes(1));
        Document in = owner.submit(out.selectFirst("#consent-grant"), "purpose", "MARKETING");
        assertThat(in.select("#consents li").text()).startsWith("promociones: acepta");
        assertThat(in.select(".person .badge")).isEmpty();
    }

    @Test
    @Requirement("PRV-5")
    void erasingAsksOnceMoreAndLeavesACertificate() {
        ContactId marta = clinic.find("marta");
        Document page = owner.get("/dashboard/contacts/" + marta);
        Document ask = owner.follow(page.selectFirst("#to-erase"));
        assertThat(owner.submit(ask.selectFirst("#erase")).select("#said.no")).isNotEmpty();
        ask.selectFirst("#sure").attr("checked", "");
        Document certificate = owner.submit(ask.selectFirst("#erase"));
        assertThat(certificate.select("h1").text()).isEqualTo("Certificado de eliminación");
        assertThat(certificate.text()).contains("No queda nada").doesNotContain("Marta");
        owner.get("/dashboard/contacts/" + marta);
        assertThat(owner.status()).isEqualTo(404);
        assertThat(owner.get("/dashboard").text()).doesNotContain("Marta");
    }

    @Test
    @Requirement({"PRV-2", "PRV-9"})
    void whoMayNotEraseIsNotOfferedItAndWhoeverIsRestrictedIsNotShown() {
        ContactId marta = clinic.find("marta");
        Browser manager = clinic.as(Role.MANAGER);
        Document page = manager.get("/dashboard/contacts/" + marta);
        assertThat(page.select("#to-erase")).isEmpty();
        manager.submit(page.selectFirst("#restrict"));
        assertThat(manager.get("/dashboard").text()).doesNotContain("Marta");
    }
}
