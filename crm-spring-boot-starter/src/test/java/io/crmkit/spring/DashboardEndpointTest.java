package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.crmkit.Crm;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.dashboard.Dashboard;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@Requirement({"HST-1", "HST-3"})
class DashboardEndpointTest {
    private static final Actor AGENT = Actor.person(TenantId.of("norte"), "u-7", Role.AGENT);

    private static final WebApplicationContextRunner HOST = Contexts.webHost()
            .withConfiguration(
                    AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
            .withPropertyValues("crm.dashboard.enabled=true");

    private static final WebApplicationContextRunner SERVED = HOST.withBean(
            DashboardActors.class,
            () -> request -> Optional.ofNullable(request.getHeader("X-User")).map(user -> AGENT));

    private static MockMvc mvc(WebApplicationContext context) {
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    private static ContactId ana(WebApplicationContext context) {
        Crm crm = context.getBean(Crm.class);
        crm.as(Actor.system(AGENT.tenant()))
                .capture(MessageEvent.received(
                        new ProviderRef(new ChannelAccount("whatsapp", "1"), "m1"),
                        Party.of(Identifier.phone("5491150000001")).named("Ana Ejemplo"),
                        Instant.parse("2026-03-02T13:00:00Z"),
                        Content.text("¿Atienden hoy?")));
        return crm.as(Actor.system(AGENT.tenant()))
                .contacts(null, 1)
                .items()
                .get(0)
                .id();
    }

    @Test
    void thereIsNoDashboardUnlessItIsSwitchedOnAndOnTheClassPath() {
        Contexts.webHost().run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Dashboard.class));
        HOST.withClassLoader(new FilteredClassLoader(Dashboard.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Dashboard.class));
    }

    @Test
    void withoutKnowingWhoLooksItDoesNotStart() {
        HOST.run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .isInstanceOfSatisfying(
                        MissingSetting.class,
                        missing -> assertThat(missing.action()).contains("DashboardActors")));
        SERVED.withPropertyValues("crm.dashboard.secret=short")
                .run(context ->
                        assertThat(context).hasFailed().getFailure().rootCause().isInstanceOf(MissingSetting.class));
    }

    @Test
    void pagesAreServedToWhoIsLoggedInAndFormsAreTaken() {
        SERVED.run(context -> {
            ContactId ana = ana(context);
            MockHttpServletResponse list = mvc(context)
                    .perform(get("/dashboard?q=ana").header("X-User", "u-7"))
                    .andReturn()
                    .getResponse();
            assertThat(list.getStatus()).isEqualTo(200);
            assertThat(list.getContentAsString()).contains("Ana Ejemplo");
            assertThat(list.getHeader("Content-Security-Policy")).contains("default-src 'none'");
            String address = "/dashboard/contacts/" + ana;
            String page = mvc(context)
                    .perform(get(address).header("X-User", "u-7"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            int token = page.indexOf("name=\"token\" value=\"") + 20;
            MockHttpServletResponse moved = mvc(context)
                    .perform(post(address + "/notes")
                            .header("X-User", "u-7")
                            .param("token", page.substring(token, page.indexOf('"', token)))
                            .param("text", "Llamar"))
                    .andReturn()
                    .getResponse();
            assertThat(moved.getStatus()).isEqualTo(303);
            assertThat(context.getBean(Crm.class).as(AGENT).notes(ana, null, 9).items())
                    .hasSize(1);
        });
    }

    @Test
    void nobodyAndPlainHttpAreRefused() {
        SERVED.run(context -> {
            assertThat(mvc(context)
                            .perform(get("/dashboard"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(401);
            assertThat(mvc(context)
                            .perform(get("/dashboard").header("X-User", "u-7").header("X-Forwarded-Proto", "http"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        });
    }

    @Test
    void itIsWhereItIsMounted() {
        SERVED.withPropertyValues("crm.dashboard.path=/crm", "crm.dashboard.read-only=true")
                .run(context -> {
                    ContactId ana = ana(context);
                    MockHttpServletResponse page = mvc(context)
                            .perform(get("/crm/dashboard/contacts/" + ana).header("X-User", "u-7"))
                            .andReturn()
                            .getResponse();
                    assertThat(page.getContentAsString())
                            .contains("Ana Ejemplo")
                            .contains("href=\"../../consultas\"")
                            .doesNotContain("method=\"post\"");
                    assertThat(mvc(context)
                                    .perform(get("/dashboard").header("X-User", "u-7"))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                            .isEqualTo(404);
                });
    }
}
