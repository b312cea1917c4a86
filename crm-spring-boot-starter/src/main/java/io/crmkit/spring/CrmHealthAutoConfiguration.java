package io.crmkit.spring;

import io.crmkit.Storage;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health, where the host shows any; {@code management.health.crm.enabled=false} turns it off. */
@AutoConfiguration(after = CrmAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(value = Storage.class, name = "crmClock")
@ConditionalOnEnabledHealthIndicator("crm")
class CrmHealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "crmHealthIndicator")
    CrmHealthIndicator crmHealthIndicator(Storage storage, @Qualifier("crmClock") InstantSource clock) {
        return new CrmHealthIndicator(new Overdue(storage, clock));
    }
}
