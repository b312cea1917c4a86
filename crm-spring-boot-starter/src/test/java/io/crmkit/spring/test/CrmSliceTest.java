package io.crmkit.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

@CrmTest
@Requirement("HST-1")
class CrmSliceTest {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Crm crm;

    @Test
    void aSliceHasTheCrmInMemoryAndAClockToBeSet() {
        assertThat(context.getBeansOfType(InMemoryStorage.class)).hasSize(1);
        assertThat(context.getBeansOfType(FixedClock.class)).hasSize(1);
        assertThat(crm.as(Actor.system(TenantId.of("norte"))).contacts(null, 10).items())
                .isEmpty();
    }

    @Test
    void aSliceHasNothingElseOfTheApplication() {
        assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
        assertThat(context.getBeansOfType(Elsewhere.class)).isEmpty();
        assertThat(context.containsBean("crmDueWork")).isFalse();
    }

    @SpringBootApplication
    static class Application {}

    @Component
    static class Elsewhere {}
}
