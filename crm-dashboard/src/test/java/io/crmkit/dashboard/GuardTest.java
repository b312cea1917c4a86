package io.crmkit.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.contact.ContactId;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@Requirement("HST-3")
class GuardTest {
    private final Clinic clinic = Clinic.busy();
    private final ContactId marta = clinic.find("marta");

    private DashboardResponse post(Dashboard dashboard, Actor actor, String token, Map<String, String> headers) {
        return dashboard.handle(new DashboardRequest(
                "POST",
                "/dashboard/contacts/" + marta + "/notes",
                Map.of(),
                Map.of("token", List.of(token), "text", List.of("forged")),
                headers,
                actor));
    }

    private String token(Dashboard dashboard, Actor actor) {
        DashboardResponse page = dashboard.handle(
                new DashboardRequest("GET", "/dashboard/contacts/" + marta, Map.of(), Map.of(), Map.of(), actor));
        return org.jsoup.Jsoup.parse(page.text()).select("input[name=token]").attr("value");
    }

    @Test
    void aFormCountsOnlyWithTheTokenOfAPageShownToTheSameActorLately() {
        Actor agent = Clinic.actor(Role.AGENT);
        String token = token(clinic.dashboard, agent);
        assertThat(post(clinic.dashboard, agent, "", Map.of()).status()).isEqualTo(403);
        assertThat(post(clinic.dashboard, agent, token.substring(1), Map.of()).status())
                .isEqualTo(403);
        assertThat(post(clinic.dashboard, Actor.person(Clinic.ID, "u-8", Role.AGENT), token, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(post(clinic.dashboard, Actor.person(TenantId.of("other"), "u-7", Role.AGENT), token, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(post(Dashboard.on(clinic.crm).build(), agent, token, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(post(clinic.dashboard, agent, token, Map.of("sec-fetch-site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(clinic.owner().notes(marta, null, 10).items()).hasSize(1);
        assertThat(post(clinic.dashboard, agent, token, Map.of("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(303);
        clinic.clock.advance(Duration.ofHours(13));
        assertThat(post(clinic.dashboard, agent, token, Map.of()).status()).isEqualTo(403);
        assertThat(clinic.owner().notes(marta, null, 10).items()).hasSize(2);
    }

    @Test
    void nodesThatShareASecretTakeEachOthersForms() {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Dashboard one = Dashboard.on(clinic.crm).secret(secret).build();
        Dashboard other = Dashboard.on(clinic.crm).secret(secret).build();
        Actor agent = Clinic.actor(Role.AGENT);
        assertThat(post(other, agent, token(one, agent), Map.of()).status()).isEqualTo(303);
    }

    @Test
    void whatIsReadOnlyOffersNothingAndDoesNothing() {
        Dashboard dashboard = Dashboard.on(clinic.crm).readOnly().build();
        Actor owner = Clinic.actor(Role.OWNER);
        DashboardResponse page = dashboard.handle(
                new DashboardRequest("GET", "/dashboard/contacts/" + marta, Map.of(), Map.of(), Map.of(), owner));
        Document shown = org.jsoup.Jsoup.parse(page.text());
        assertThat(shown.select("form[method=post]")).isEmpty();
        assertThat(shown.text()).contains("Marta").contains("Solo lectura");
        assertThat(post(dashboard, owner, token(clinic.dashboard, owner), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsMaskedShowsNobodyAnythingPersonal() {
        Dashboard dashboard = Dashboard.on(clinic.crm).masked().build();
        for (String path : List.of("/dashboard", "/dashboard/contacts/" + marta)) {
            String page = dashboard
                    .handle(new DashboardRequest("GET", path, Map.of(), Map.of(), Map.of(), Clinic.actor(Role.OWNER)))
                    .text();
            assertThat(page).contains("M. N.").doesNotContain("Marta").doesNotContain("5555-0001");
        }
    }

    @Test
    void everyResponseTellsBrowsersToRunOnlyWhatIsOurs() {
        Browser agent = clinic.as(Role.AGENT);
        for (String path :
                List.of("/dashboard", "/dashboard/contacts/" + marta, "/nothing", "/dashboard/assets/htmx.js")) {
            agent.get(path);
            String policy = agent.last().headers().get("Content-Security-Policy");
            assertThat(policy)
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(agent.last().headers()).containsEntry("X-Content-Type-Options", "nosniff");
        }
    }

    @Test
    void noPageHasAnythingThePolicyWouldStop() {
        Browser agent = clinic.as(Role.OWNER);
        for (String path : List.of("/dashboard?q=hola", "/dashboard/contacts/" + marta)) {
            Document page = agent.get(path);
            assertThat(page.select("style, [style], script:not([src])")).isEmpty();
            for (Element element : page.getAllElements()) {
                element.attributes()
                        .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
            }
        }
    }

    @Test
    void everyAddressOnAPageIsRelative() {
        Browser agent = clinic.as(Role.OWNER);
        for (String path : List.of("/dashboard", "/dashboard/contacts/" + marta)) {
            Document page = agent.get(path);
            for (Element link : page.select("[href], [src], [action], [hx-get]")) {
                for (String name : List.of("href", "src", "action", "hx-get")) {
                    assertThat(link.attr(name)).doesNotStartWith("/").doesNotContain("://");
                }
            }
            for (Element asset : page.select("link[href], script[src]")) {
                String name = asset.hasAttr("href") ? "href" : "src";
                agent.send("GET", path, Map.of());
                agent.get(agent.resolved(asset.attr(name)));
                assertThat(agent.status()).as(asset.attr(name)).isEqualTo(200);
                agent.get(path);
            }
        }
    }
}
