package io.crmkit.spring;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Storage;
import io.crmkit.ai.FactExtractor;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The CRM, over whatever storage there is. */
@AutoConfiguration(after = CrmStorageAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "crm.enabled", matchIfMissing = true)
@ConditionalOnBean(Storage.class)
@EnableConfigurationProperties(CrmProperties.class)
class CrmAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Tenants crmTenants(CrmProperties properties) {
        TenantSettings all = properties.settings().over(TenantSettings.DEFAULT);
        Map<TenantId, TenantSettings> some = new LinkedHashMap<>();
        properties.tenants().forEach((id, settings) -> some.put(TenantId.of(id), settings.over(all)));
        return tenant -> some.getOrDefault(tenant, all);
    }

    @Bean
    @ConditionalOnMissingBean
    AccessPolicy crmAccessPolicy() {
        return AccessPolicy.standard();
    }

    @Bean
    @ConditionalOnMissingBean(name = "crmClock")
    InstantSource crmClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "crm.extraction.rules", matchIfMissing = true)
    RulesExtractor crmRulesExtractor() {
        return new RulesExtractor();
    }

    @Bean
    @ConditionalOnMissingBean
    ExtractionPolicy crmExtractionPolicy(CrmProperties properties, Tenants tenants) {
        CrmProperties.Extraction said = properties.extraction();
        ExtractionSettings settings = ExtractionSettings.DEFAULT.withDailyTokens(said.dailyTokens());
        return new CatalogueOfProperties(
                properties.catalogue(), tenants, said.mayLeaveHost() ? settings.leavingHost() : settings);
    }

    @Bean
    @ConditionalOnMissingBean
    Crm crm(
            Storage storage,
            Tenants tenants,
            AccessPolicy policy,
            @Qualifier("crmClock") InstantSource clock,
            ExtractionPolicy extraction,
            ObjectProvider<FactExtractor> extractors,
            ListableBeanFactory beans,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<CrmCustomizer> customizers) {
        ObservationRegistry registry = observations.getIfUnique(() -> ObservationRegistry.NOOP);
        CrmBuilder builder = Crm.create(registry.isNoop() ? storage : new ObservedStorage(storage, registry))
                .tenants(tenants)
                .accessPolicy(policy)
                .clock(clock)
                .extraction(extraction);
        new PortBeans(beans).addTo(builder);
        List<FactExtractor> readers = extractors.orderedStream().toList();
        refuseRivals(readers);
        readers.forEach(each -> builder.extractor(registry.isNoop() ? each : new ObservedExtractor(each, registry)));
        new EventBeans(beans).addTo(builder);
        customizers.orderedStream().forEach(each -> each.customize(builder));
        return builder.build();
    }

    private static void refuseRivals(List<FactExtractor> readers) {
        long deterministic = readers.stream()
                .filter(each -> each.descriptor().deterministic())
                .count();
        if (deterministic > 1 || readers.size() - deterministic > 1) {
            throw new MissingSetting(
                    "CRM Kit cannot tell which extractor reads messages: there can be one that is deterministic and one"
                            + " that is not.",
                    "Set crm.extraction.rules=false if your own takes the place of the rules, and declare one"
                            + " FactExtractor bean of a kind.");
        }
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "crm.due-work.enabled", matchIfMissing = true)
    DueWorkLifecycle crmDueWork(Crm crm) {
        return new DueWorkLifecycle(crm.dueWork());
    }
}
