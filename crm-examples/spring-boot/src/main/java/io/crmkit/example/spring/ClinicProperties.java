package io.crmkit.example.spring;

import io.crmkit.clinic.Line;
import io.crmkit.tenant.TenantId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this clinic is.
 *
 * @param tenant by what it goes in the CRM
 * @param seed whether a clinic without contacts begins with a day of messages
 * @param phoneNumberId Meta's id of the number that answers whoever never wrote
 * @param businessAccount the WhatsApp Business Account of that number
 */
@ConfigurationProperties("clinic")
record ClinicProperties(
        @DefaultValue("clinica-norte") TenantId tenant,
        @DefaultValue("false") boolean seed,
        @DefaultValue("105550000000001") String phoneNumberId,
        @DefaultValue("205550000000001") String businessAccount) {
    Line line() {
        return new Line(phoneNumberId, businessAccount);
    }
}
