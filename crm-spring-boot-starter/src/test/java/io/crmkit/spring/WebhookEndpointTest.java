package io.crmkit.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.crmkit.Crm;
import io.crmkit.contact.ContactSummary;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import io.crmkit.whatsapp.WhatsAppAccounts;
import io.crmkit.whatsapp.WhatsAppWebhook;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;

@Requirement({"CAP-9", "PRV-1"})
class WebhookEndpointTest {
    private static final String BODY = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"800\","
            + "\"changes\":[{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\","
            + "\"metadata\":{\"display_phone_number\":\"5491150001000\",\"phone_number_id\":\"700\"},"
            + "\"contacts\":[{\"profile\":{\"name\":\"Ana Ejemplo\"},\"wa_id\":\"5491155501234\"}],"
            + "\"messages\":[{\"from\":\"5491155501234\",\"id\":\"wamid.1\",\"timestamp\":\"1788264000\","
            + "\"type\":\"text\",\"text\":{\"body\":\"¿Atienden hoy?\"}}]}}]}]}";

    private static final WebApplicationContextRunner HOST = Contexts.webHost()
            .withConfiguration(
                    AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
            .withPropertyValues(
                    "crm.whatsapp.verify-token=word",
                    "crm.whatsapp.app-secrets=secret,former",
                    "crm.whatsapp.numbers.700=norte");

    @Test
    void thereIsNoEndpointWithoutTheWordForTheHandshake() {
        Contexts.webHost()
                .run(context -> assertThat(context)
                        .hasSingleBean(Crm.class)
                        .doesNotHaveBean(WhatsAppWebhook.class)
                        .doesNotHaveBean(RouterFunction.class));
    }

    @Test
    void withoutSpringMvcTheWebhookIsThereAndTheEndpointIsTheHosts() {
        HOST.withClassLoader(new FilteredClassLoader(RouterFunction.class))
                .run(context -> assertThat(context)
                        .hasSingleBean(WhatsAppWebhook.class)
                        .doesNotHaveBean("crmWhatsAppEndpoint"));
        Contexts.host()
                .withPropertyValues(
                        "crm.whatsapp.verify-token=word",
                        "crm.whatsapp.app-secrets=secret",
                        "crm.whatsapp.tenant=norte")
                .run(context -> assertThat(context)
                        .hasSingleBean(WhatsAppWebhook.class)
                        .doesNotHaveBean("crmWhatsAppEndpoint"));
    }

    @Test
    void theHostsOwnAccountsStandInPlaceOfTheProperties() {
        WhatsAppAccounts own = WhatsAppAccounts.all(TenantId.of("sur"));
        HOST.withBean(WhatsAppAccounts.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(WhatsAppAccounts.class)).isSameAs(own));
    }

    @Test
    void theHandshakeIsAnsweredWithTheChallenge() {
        HOST.run(context -> {
            MockMvc http = http(context);
            assertThat(answer(http, handshake("word")).getContentAsString()).isEqualTo("12345");
            assertThat(answer(http, handshake("other")).getStatus()).isEqualTo(403);
        });
    }

    @Test
    void whatMetaSignedIsCapturedWhenTheCallReturns() {
        HOST.run(context -> {
            assertThat(answer(http(context), signed("secret", BODY)).getStatus())
                    .isEqualTo(200);
            assertThat(contacts(context)).hasSize(1);
        });
    }

    @Test
    void theFormerSecretIsTakenWhileItIsBeingChanged() {
        HOST.run(context -> assertThat(
                        answer(http(context), signed("former", BODY)).getStatus())
                .isEqualTo(200));
    }

    @Test
    void whatNobodySignedIsRefused() {
        HOST.run(context -> {
            MockMvc http = http(context);
            assertThat(answer(http, post("/webhooks/whatsapp").content(BODY)).getStatus())
                    .isEqualTo(401);
            assertThat(answer(http, signed("guessed", BODY)).getStatus()).isEqualTo(401);
            MockHttpServletRequestBuilder changed = signed("secret", BODY).content(BODY + " ");
            assertThat(answer(http, changed).getStatus()).isEqualTo(401);
            assertThat(contacts(context)).isEmpty();
        });
    }

    @Test
    void plainHttpIsRefusedUnlessItComesFromThisMachine() {
        HOST.run(context -> {
            MockMvc http = http(context);
            assertThat(answer(http, from("203.0.113.7", signed("secret", BODY))).getStatus())
                    .isEqualTo(403);
            assertThat(answer(http, from("203.0.113.7", handshake("word"))).getStatus())
                    .isEqualTo(403);
            assertThat(contacts(context)).isEmpty();
            assertThat(answer(http, from("203.0.113.7", signed("secret", BODY).secure(true)))
                            .getStatus())
                    .isEqualTo(200);
            assertThat(answer(http, from("::1", signed("secret", BODY))).getStatus())
                    .isEqualTo(200);
        });
    }

    @Test
    void plainHttpIsTakenBehindAProxyThatTheHostVouchesFor() {
        HOST.withPropertyValues("crm.whatsapp.behind-proxy=true").run(context -> {
            MockMvc http = http(context);
            MockHttpServletRequestBuilder fromProxy = from("10.0.0.5", signed("secret", BODY));
            assertThat(answer(http, fromProxy.header("X-Forwarded-Proto", "https"))
                            .getStatus())
                    .isEqualTo(200);
        });
    }

    @Test
    void aProxyThatSaysItsClientSpokePlainHttpIsBelieved() {
        HOST.withPropertyValues("crm.whatsapp.behind-proxy=true").run(context -> {
            MockMvc http = http(context);
            assertThat(answer(http, signed("secret", BODY).header("X-Forwarded-Proto", "http"))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(answer(http, signed("secret", BODY).header("Forwarded", "for=1.2.3.4;proto=http"))
                            .getStatus())
                    .isEqualTo(403);
        });
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() {
        HOST.run(context -> assertThat(answer(
                                http(context),
                                post("/webhooks/whatsapp").content(new byte[WhatsAppWebhook.LARGEST_BODY + 1]))
                        .getStatus())
                .isEqualTo(413));
    }

    @Test
    @Requirement("HST-7")
    void whatBecameOfTheEventsIsCounted() {
        HOST.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            MockMvc http = http(context);
            answer(http, signed("secret", BODY));
            answer(http, signed("secret", BODY));
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(meters.counter("crm.webhook.events", "outcome", "Captured")
                            .count())
                    .isEqualTo(1);
            assertThat(meters.counter("crm.webhook.events", "outcome", "Known").count())
                    .isEqualTo(1);
        });
    }

    private static MockMvc http(WebApplicationContext context) {
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    private static MockHttpServletResponse answer(MockMvc http, MockHttpServletRequestBuilder request)
            throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder handshake(String token) {
        return get("/webhooks/whatsapp")
                .param("hub.mode", "subscribe")
                .param("hub.challenge", "12345")
                .param("hub.verify_token", token);
    }

    private static MockHttpServletRequestBuilder signed(String secret, String body) {
        return post("/webhooks/whatsapp")
                .content(body.getBytes(UTF_8))
                .header("X-Hub-Signature-256", hmac(secret, body));
    }

    private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.remoteAddress(address);
    }

    private static String hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static List<ContactSummary> contacts(WebApplicationContext context) {
        return context.getBean(Crm.class)
                .as(Actor.system(TenantId.of("norte")))
                .contacts(null, 10)
                .items();
    }
}
