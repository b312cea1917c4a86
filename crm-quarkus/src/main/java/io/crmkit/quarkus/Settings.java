package io.crmkit.quarkus;

import io.crmkit.jpa.SchemaMode;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.whatsapp.WhatsAppAccounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The properties under {@code crm}, by the names that the Spring Boot starter gives them. */
record Settings(Config config) {
    private static final String NUMBERS = "crm.whatsapp.numbers.";

    Optional<Path> keys() {
        return text("crm.keys.file").map(Path::of);
    }

    boolean flag(String name, boolean otherwise) {
        return config.getOptionalValue(name, Boolean.class).orElse(otherwise);
    }

    Optional<SchemaMode> schema() {
        return text("crm.schema.mode").map(mode -> SchemaMode.valueOf(mode.toUpperCase(Locale.ROOT)));
    }

    TenantSettings everybody() {
        TenantSettings base = TenantSettings.DEFAULT;
        return new TenantSettings(
                text("crm.settings.zone").map(ZoneId::of).orElse(base.zone()),
                text("crm.settings.locale").map(Locale::forLanguageTag).orElse(base.locale()),
                text("crm.settings.country").orElse(base.country()),
                text("crm.settings.currency").orElse(base.currency()),
                text("crm.settings.silence").map(Duration::parse).orElse(base.silence()),
                config.getOptionalValue("crm.settings.inactive-after", Integer.class)
                        .orElse(base.inactiveAfter()),
                base.attributes(),
                base.segments(),
                base.outreach());
    }

    Optional<String> verifyToken() {
        return text("crm.whatsapp.verify-token");
    }

    String[] appSecrets() {
        return config.getOptionalValues("crm.whatsapp.app-secrets", String.class)
                .orElse(List.of())
                .toArray(String[]::new);
    }

    WhatsAppAccounts accounts() {
        Map<String, TenantId> tenants = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(NUMBERS)) {
                tenants.put(name.substring(NUMBERS.length()), TenantId.of(config.getValue(name, String.class)));
            }
        }
        Optional<String> all = text("crm.whatsapp.tenant");
        if (all.isPresent() == tenants.isEmpty()) {
            return all.isPresent() ? WhatsAppAccounts.all(TenantId.of(all.get())) : WhatsAppAccounts.of(tenants);
        }
        throw new MissingSetting(
                "CRM Kit cannot tell which tenant a WhatsApp number belongs to.",
                "Set either crm.whatsapp.tenant or crm.whatsapp.numbers, or declare a WhatsAppAccounts bean.");
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
