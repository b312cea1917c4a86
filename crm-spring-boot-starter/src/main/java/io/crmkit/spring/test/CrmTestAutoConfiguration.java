package io.crmkit.spring.test;

import io.crmkit.Storage;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.testkit.FixedClock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What the slice has in place of the machine's, unless the test says otherwise. */
@AutoConfiguration(beforeName = "io.crmkit.spring.CrmAutoConfiguration")
class CrmTestAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(Storage.class)
    InMemoryStorage crmStorage() {
        return new InMemoryStorage();
    }

    @Bean
    @ConditionalOnMissingBean(name = "crmClock")
    FixedClock crmClock() {
        return FixedClock.at("2026-11-02T12:00:00Z");
    }
}
