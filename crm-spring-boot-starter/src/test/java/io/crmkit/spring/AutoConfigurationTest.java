package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.Storage;
import io.crmkit.ai.rules.RulesExtractor;
import io.crmkit.contact.AttributeType;
import io.crmkit.insight.ExtractionPolicy;
import io.crmkit.insight.ExtractionSettings;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.HostTransaction;
import io.crmkit.jpa.JpaOptions;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.AccessPolicy;
import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Requirement("HST-1")
class AutoConfigurationTest {
    private static final TenantId NORTE = TenantId.of("norte");

    @Test
    void aDataSourceIsAllThatIsNeeded() {
        Contexts.host()
                .run(context -> assertThat(context)
                        .hasSingleBean(Crm.class)
                        .hasSingleBean(JpaStorage.class)
                        .hasSingleBean(EphemeralKeys.class)
                        .hasSingleBean(RulesExtractor.class)
                        .hasSingleBean(DueWorkLifecycle.class)
                        .doesNotHaveBean("crmWhatsAppWebhook"));
    }

    @Test
    void thereIsNoCrmIfTheHostTurnsItOff() {
        Contexts.host()
                .withPropertyValues("crm.enabled=false")
                .run(context -> assertThat(context)
                        .hasSingleBean(DataSource.class)
                        .doesNotHaveBean(Crm.class)
                        .doesNotHaveBean(Storage.class));
    }

    @Test
    void thereIsNoCrmWhereItIsNotClearWhichDatabaseToUse() {
        Contexts.host()
                .withBean("first", DataSource.class, () -> Contexts.database("first"))
                .withBean("second", DataSource.class, () -> Contexts.database("second"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Storage.class)
                        .doesNotHaveBean(Crm.class));
    }

    @Test
    void theHostsOwnStorageStandsInPlaceOfOurs() {
        Contexts.host()
                .withBean(InMemoryStorage.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(Storage.class)
                        .hasSingleBean(Crm.class)
                        .doesNotHaveBean(KeyService.class)
                        .doesNotHaveBean(HostTransaction.class));
    }

    @Test
    void eachBeanOfTheHostsStandsInPlaceOfOurs() {
        Contexts.host().withUserConfiguration(Own.class).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(InstantSource.class);
            assertThat(context.getBean(Tenants.class)).isSameAs(Own.TENANTS);
            assertThat(context.getBean(AccessPolicy.class)).isSameAs(Own.POLICY);
            assertThat(context.getBean(KeyService.class)).isSameAs(Own.KEYS);
            assertThat(context.getBean(HostTransaction.class)).isSameAs(HostTransaction.NONE);
            assertThat(context.getBean(ExtractionPolicy.class)).isSameAs(Own.EXTRACTION);
            assertThat(context.getBean(RulesExtractor.class)).isSameAs(Own.RULES);
            assertThat(context.getBean(Crm.class)).isSameAs(Own.CRM);
        });
    }

    @Test
    void whatIsSaidOfATenantStandsOverWhatIsSaidOfAll() {
        Contexts.host()
                .withPropertyValues(
                        "crm.settings.currency=UYU",
                        "crm.settings.inactive-after=30",
                        "crm.tenants.norte.zone=America/Sao_Paulo",
                        "crm.tenants.norte.attributes.plan.search=exactly")
                .run(context -> {
                    Tenants tenants = context.getBean(Tenants.class);
                    TenantSettings norte = tenants.settings(NORTE);
                    assertThat(norte.zone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
                    assertThat(norte.currency()).isEqualTo("UYU");
                    assertThat(norte.inactiveAfter()).isEqualTo(30);
                    assertThat(norte.attribute("plan"))
                            .contains(new AttributeType("plan", AttributeType.Kind.TEXT, AttributeType.Search.EXACTLY));
                    assertThat(tenants.settings(TenantId.of("sur")).zone()).isEqualTo(TenantSettings.DEFAULT.zone());
                });
    }

    @Test
    void whatTheBusinessOffersIsReadFromProperties() {
        Contexts.host()
                .withPropertyValues(
                        "crm.settings.country=UY",
                        "crm.catalogue.services.whitening=blanqueamiento,clareamento",
                        "crm.catalogue.staff=Dra. Ibarra",
                        "crm.extraction.may-leave-host=true",
                        "crm.extraction.daily-tokens=500")
                .run(context -> {
                    ExtractionSettings settings =
                            context.getBean(ExtractionPolicy.class).settings(NORTE);
                    assertThat(settings.mayLeaveHost()).isTrue();
                    assertThat(settings.dailyTokens()).isEqualTo(500);
                    assertThat(settings.business().country()).isEqualTo("UY");
                    assertThat(settings.business().services().get(0).aliases())
                            .containsExactly("blanqueamiento", "clareamento");
                    assertThat(settings.business().staff().get(0).name()).isEqualTo("Dra. Ibarra");
                });
    }

    @Test
    void nothingIsReadOutOfMessagesIfTheHostTurnsTheRulesOff() {
        Contexts.host()
                .withPropertyValues("crm.extraction.rules=false")
                .run(context -> assertThat(context).hasSingleBean(Crm.class).doesNotHaveBean(RulesExtractor.class));
    }

    @Test
    void nothingIsDoneInTheBackgroundIfTheHostTurnsItOff() {
        Contexts.host()
                .withPropertyValues("crm.due-work.enabled=false")
                .run(context -> assertThat(context).hasSingleBean(Crm.class).doesNotHaveBean(DueWorkLifecycle.class));
    }

    @Test
    void dueWorkBeginsWithTheApplicationAndEndsWithIt() {
        Contexts.host().run(context -> {
            DueWorkLifecycle work = context.getBean(DueWorkLifecycle.class);
            assertThat(work.isRunning()).isTrue();
            assertThat(dueThreads()).isNotEmpty();
            context.close();
            assertThat(work.isRunning()).isFalse();
            assertThat(dueThreads()).isEmpty();
        });
    }

    @Test
    void theKeyIsMadeOnceWhereTheHostWantsIt(@TempDir Path folder) {
        Path file = folder.resolve("keys.json");
        for (int start = 1; start <= 2; start++) {
            Contexts.host()
                    .withPropertyValues("crm.keys.file=" + file, "crm.keys.create=true")
                    .run(context -> assertThat(context).hasSingleBean(KeysetFile.class));
        }
        assertThat(file).exists();
    }

    @Test
    @Requirement("PRV-1")
    void theWayToAnotherMachineIsEncryptedUnlessTheHostSaysOtherwise() {
        Contexts.host()
                .run(context -> assertThat(context.getBean(JpaOptions.class).unencrypted())
                        .isFalse());
        Contexts.host()
                .withPropertyValues("crm.connection.unencrypted=true")
                .run(context -> assertThat(context.getBean(JpaOptions.class).unencrypted())
                        .isTrue());
    }

    private static List<String> dueThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("crm-due-"))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        static final Tenants TENANTS = Tenants.all(TenantSettings.DEFAULT);
        static final AccessPolicy POLICY = (actor, permission) -> false;
        static final KeyService KEYS = EphemeralKeys.create();
        static final ExtractionPolicy EXTRACTION = ExtractionPolicy.all(ExtractionSettings.DEFAULT);
        static final RulesExtractor RULES = new RulesExtractor();
        static final Crm CRM = Crm.create(new InMemoryStorage()).build();

        @Bean
        Tenants tenants() {
            return TENANTS;
        }

        @Bean
        AccessPolicy policy() {
            return POLICY;
        }

        @Bean
        KeyService keys() {
            return KEYS;
        }

        @Bean
        HostTransaction hostTransaction() {
            return HostTransaction.NONE;
        }

        @Bean
        ExtractionPolicy extraction() {
            return EXTRACTION;
        }

        @Bean
        RulesExtractor rules() {
            return RULES;
        }

        @Bean
        InstantSource crmClock() {
            return FixedClock.at("2026-11-02T12:00:00Z");
        }

        @Bean
        Crm ownCrm() {
            return CRM;
        }
    }
}
