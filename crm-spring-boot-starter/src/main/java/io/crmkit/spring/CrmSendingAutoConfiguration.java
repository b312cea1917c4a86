package io.crmkit.spring;

import io.crmkit.outreach.Messenger;
import io.crmkit.tenant.TenantId;
import io.crmkit.whatsapp.CloudApi;
import io.crmkit.whatsapp.WhatsAppNumber;
import io.crmkit.whatsapp.WhatsAppNumbers;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Messages out by WhatsApp, once there is a token for them. */
@AutoConfiguration(before = CrmAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "crm.enabled", matchIfMissing = true)
@ConditionalOnProperty("crm.whatsapp.access-token")
@EnableConfigurationProperties(WhatsAppProperties.class)
class CrmSendingAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    WhatsAppNumbers crmWhatsAppNumbers(WhatsAppProperties properties) {
        Supplier<String> token = () -> String.valueOf(properties.accessToken());
        String tenant = properties.tenant();
        String from = properties.from();
        if (tenant != null && from != null && properties.numbers().isEmpty()) {
            return WhatsAppNumbers.of(WhatsAppNumber.of(TenantId.of(tenant), from, token));
        } else if (tenant == null && from == null && !properties.numbers().isEmpty()) {
            return WhatsAppNumbers.of(new TreeMap<>(properties.numbers())
                    .entrySet().stream()
                            .map(each -> WhatsAppNumber.of(TenantId.of(each.getValue()), each.getKey(), token))
                            .toArray(WhatsAppNumber[]::new));
        }
        throw new MissingSetting(
                "CRM Kit cannot tell which WhatsApp number messages are sent from.",
                "Set crm.whatsapp.from to the phone number id beside crm.whatsapp.tenant, or crm.whatsapp.numbers, a tenant"
                        + " for each phone number id. Or declare a WhatsAppNumbers bean.");
    }

    @Bean
    @ConditionalOnMissingBean(Messenger.class)
    CloudApi crmWhatsAppMessenger(WhatsAppNumbers numbers, @Qualifier("crmClock") InstantSource clock) {
        return CloudApi.builder(numbers).clock(clock).build();
    }
}
