package io.crmkit.spring;

import io.crmkit.Crm;
import io.crmkit.Storage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Meters, where the host has a registry. */
@AutoConfiguration(
        after = CrmAutoConfiguration.class,
        before = CrmWhatsAppAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({Crm.class, Storage.class, MeterRegistry.class})
class CrmMetricsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "crmMeters")
    MeterBinder crmMeters(Crm crm, Storage storage, @Qualifier("crmClock") InstantSource clock) {
        return new CrmMeters(crm.rejections(), new Overdue(storage, clock));
    }

    @Bean
    @ConditionalOnMissingBean
    CaptureCounts crmCaptureCounts(MeterRegistry registry) {
        return new CaptureMeters(registry);
    }
}
