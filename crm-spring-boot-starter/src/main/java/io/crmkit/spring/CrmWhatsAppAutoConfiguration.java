package io.crmkit.spring;

import io.crmkit.Crm;
import io.crmkit.tenant.TenantId;
import io.crmkit.whatsapp.WhatsAppAccounts;
import io.crmkit.whatsapp.WhatsAppWebhook;
import io.micrometer.observation.ObservationRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** WhatsApp webhooks, once the word for the handshake is known. */
@AutoConfiguration(after = CrmAutoConfiguration.class)
@ConditionalOnProperty("crm.whatsapp.verify-token")
@ConditionalOnBean(Crm.class)
@EnableConfigurationProperties(WhatsAppProperties.class)
class CrmWhatsAppAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    WhatsAppAccounts crmWhatsAppAccounts(WhatsAppProperties properties) {
        if (properties.tenant() != null && properties.numbers().isEmpty()) {
            return WhatsAppAccounts.all(TenantId.of(properties.tenant()));
        } else if (properties.tenant() == null && !properties.numbers().isEmpty()) {
            Map<String, TenantId> tenants = new HashMap<>();
            properties.numbers().forEach((number, tenant) -> tenants.put(number, TenantId.of(tenant)));
            return WhatsAppAccounts.of(tenants);
        }
        throw new MissingSetting(
                "CRM Kit cannot tell which tenant a WhatsApp number belongs to.",
                "Set either crm.whatsapp.tenant, if there is one tenant only, or crm.whatsapp.numbers, a tenant for each"
                        + " phone number id. Or declare a WhatsAppAccounts bean.");
    }

    @Bean
    @ConditionalOnMissingBean
    WhatsAppWebhook crmWhatsAppWebhook(Crm crm, WhatsAppAccounts accounts, WhatsAppProperties properties) {
        String token = properties.verifyToken();
        boolean blank = properties.appSecrets().stream().anyMatch(String::isBlank);
        if (token == null || token.isBlank() || blank || properties.appSecrets().isEmpty()) {
            throw new MissingSetting(
                    "CRM Kit cannot tell whether Meta sent a webhook.",
                    "Set crm.whatsapp.app-secrets to the secret of the app in Meta's dashboard, and"
                            + " crm.whatsapp.verify-token to the word you gave there; neither may be blank.");
        }
        return WhatsAppWebhook.create(crm, accounts, token)
                .signedWith(properties.appSecrets().toArray(String[]::new))
                .build();
    }

    /** Where there is Spring MVC. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    @ConditionalOnClass(RouterFunction.class)
    static class Endpoint {
        @Bean
        @ConditionalOnMissingBean(name = "crmWhatsAppEndpoint")
        RouterFunction<ServerResponse> crmWhatsAppEndpoint(
                WhatsAppWebhook webhook,
                WhatsAppProperties properties,
                ObjectProvider<ObservationRegistry> observations,
                ObjectProvider<CaptureCounts> counts) {
            WebhookEndpoint endpoint = new WebhookEndpoint(
                    webhook,
                    new Transport(properties.behindProxy()),
                    observations.getIfUnique(() -> ObservationRegistry.NOOP),
                    counts.getIfUnique(() -> reply -> {}));
            return RouterFunctions.route()
                    .GET(properties.path(), endpoint::verify)
                    .POST(properties.path(), endpoint::receive)
                    .build();
        }
    }
}
