package io.crmkit.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTestContextBootstrapper;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of a Spring Boot application's use of CRM Kit, without its database, web layer and other components: a
 * {@link io.crmkit.Crm} over {@link io.crmkit.memory.InMemoryStorage}, a {@link io.crmkit.testkit.FixedClock} to be set,
 * and due work done when the test calls {@code crm.dueWork().runDue()}. Nothing is read out of messages unless the test
 * declares a {@link io.crmkit.ai.FactExtractor} bean. Needs {@code crm-testkit} and {@code spring-boot-test-autoconfigure}
 * on the test's class path.
 *
 * @since 0.1
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SpringExtension.class)
@BootstrapWith(SpringBootTestContextBootstrapper.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(CrmTypeExcludeFilter.class)
@ImportAutoConfiguration
@TestPropertySource(properties = {"crm.due-work.enabled=false", "crm.extraction.rules=false"})
public @interface CrmTest {}
