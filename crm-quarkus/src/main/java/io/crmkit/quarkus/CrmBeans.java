package io.crmkit.quarkus;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Storage;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.event.CrmListener;
import io.crmkit.outreach.Messenger;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.tenant.Tenants;
import io.crmkit.whatsapp.WhatsAppAccounts;
import io.crmkit.whatsapp.WhatsAppWebhook;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/**
 * The CRM, with whatever the application has beans for, and its work in the background from start to stop.
 *
 * @since 0.1
 */
@Singleton
public class CrmBeans {
    @Produces
    @Singleton
    Crm crm(
            Storage storage,
            Config config,
            Instance<Tenants> tenants,
            Instance<AccessPolicy> policy,
            Instance<InstantSource> clock,
            Instance<FactExtractor> extractors,
            Instance<Messenger> messengers,
            Instance<CrmListener> listeners) {
        Settings settings = new Settings(config);
        CrmBuilder builder =
                Crm.create(storage).tenants(tenants.isResolvable() ? tenants.get() : Tenants.all(settings.everybody()));
        if (policy.isResolvable()) {
            builder.accessPolicy(policy.get());
        }
        if (clock.isResolvable()) {
            builder.clock(clock.get());
        }
        if (extractors.isUnsatisfied() && settings.flag("crm.extraction.rules", true)) {
            builder.extractor(new RulesExtractor());
        }
        extractors.forEach(builder::extractor);
        messengers.forEach(builder::messenger);
        listeners.forEach(builder::listener);
        return builder.build();
    }

    @Produces
    @Singleton
    WhatsAppWebhook webhook(Crm crm, Config config, Instance<WhatsAppAccounts> accounts) {
        Settings settings = new Settings(config);
        String[] secrets = settings.appSecrets();
        if (secrets.length == 0 || settings.verifyToken().isEmpty()) {
            throw new MissingSetting(
                    "CRM Kit cannot tell whether Meta sent a webhook.",
                    "Set crm.whatsapp.app-secrets to the secret of the app in Meta's dashboard, and"
                            + " crm.whatsapp.verify-token to the word you gave there.");
        }
        WhatsAppAccounts known = accounts.isResolvable() ? accounts.get() : settings.accounts();
        return WhatsAppWebhook.create(crm, known, settings.verifyToken().orElseThrow())
                .signedWith(secrets)
                .build();
    }

    void start(@Observes Startup startup, Crm crm, Config config) {
        if (new Settings(config).flag("crm.due-work.enabled", true)) {
            crm.dueWork().start();
        }
    }

    void stop(@Observes Shutdown shutdown, Crm crm) {
        crm.dueWork().stop();
    }
}
