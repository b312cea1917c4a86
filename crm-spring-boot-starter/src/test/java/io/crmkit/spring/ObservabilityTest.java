package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.Storage;
import io.crmkit.StorageUnavailable;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;

@Requirement("HST-7")
class ObservabilityTest {
    @Test
    void theCrmIsUpWhileItsStorageAnswers() {
        Contexts.host()
                .run(context -> assertThat(
                                context.getBean(CrmHealthIndicator.class).health())
                        .satisfies(health -> {
                            assertThat(health.getStatus()).isEqualTo(Status.UP);
                            assertThat(health.getDetails()).containsEntry("dueWorkBehind", "PT0S");
                        }));
    }

    @Test
    void theCrmIsDownWhileItsStorageDoesNotAnswer() {
        Contexts.host().withBean(Storage.class, Away::new).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(CrmHealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.DOWN);
        });
    }

    @Test
    void thereIsNoHealthIfTheHostTurnsItOffOrShowsNone() {
        Contexts.host()
                .withPropertyValues("management.health.crm.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(CrmHealthIndicator.class));
        Contexts.host()
                .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Crm.class)
                        .doesNotHaveBean("crmHealthIndicator"));
    }

    @Test
    void howFarDueWorkIsBehindIsMeasured() {
        MeterRegistry meters = new SimpleMeterRegistry();
        new CrmMeters(
                        Crm.create(new InMemoryStorage()).build().rejections(),
                        new Overdue(new Waiting(), FixedClock.at("2026-11-02T12:01:30Z")))
                .bindTo(meters);
        assertThat(meters.get("crm.due.behind").gauge().value()).isEqualTo(90);
        assertThat(meters.find("crm.extraction.rejected").functionCounters()).isNotEmpty();
    }

    @Test
    void thereAreNoMetersWithoutARegistry() {
        Contexts.host().run(context -> assertThat(context).doesNotHaveBean("crmMeters"));
        Contexts.host()
                .withClassLoader(new FilteredClassLoader(MeterRegistry.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Crm.class)
                        .doesNotHaveBean("crmMeters"));
    }

    @Test
    void workOnTheStorageIsObservedByWhoseTransactionItStandsIn() {
        MeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        Contexts.host()
                .withBean(MeterRegistry.class, () -> meters)
                .withBean(ObservationRegistry.class, () -> observations)
                .run(context -> {
                    context.getBean(Crm.class)
                            .as(Actor.system(TenantId.of("norte")))
                            .contacts(null, 10);
                    assertThat(context).hasBean("crmMeters");
                    assertThat(meters.get("crm.storage")
                                    .tag("transaction", "own")
                                    .timer()
                                    .count())
                            .isPositive();
                });
    }

    @Test
    void theClockOfTheHostIsTheOnlyOne() {
        Contexts.host()
                .withBean("crmClock", InstantSource.class, () -> FixedClock.at("2026-11-02T12:00:00Z"))
                .run(context -> assertThat(context).hasSingleBean(InstantSource.class));
    }

    /** Storage that cannot be reached. */
    private static class Away implements Storage {
        @Override
        public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
            throw new StorageUnavailable("away", new IllegalStateException());
        }

        @Override
        public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
            throw new StorageUnavailable("away", new IllegalStateException());
        }

        @Override
        public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
            throw new StorageUnavailable("away", new IllegalStateException());
        }

        @Override
        public boolean joinsHostTransaction() {
            return false;
        }

        @Override
        public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
            throw new StorageUnavailable("away", new IllegalStateException());
        }
    }

    /** Storage in which something has been due since noon. */
    private static final class Waiting extends Away {
        @Override
        public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
            return List.of(new Upcoming(TenantId.of("norte"), Instant.parse("2026-11-02T12:00:00Z")));
        }
    }
}
