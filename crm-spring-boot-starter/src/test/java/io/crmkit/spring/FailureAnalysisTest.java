package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.testkit.Requirement;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Each likely mistake is answered with what to do about it. */
@Requirement("HST-1")
class FailureAnalysisTest {
    @TempDir
    Path folder;

    @Test
    void aLastingDatabaseNeedsAKey() {
        assertThat(action(lasting())).contains("crm.keys.file", "crm.keys.create=true", "KeyService");
    }

    @Test
    void aKeyFileHasToBeThere() {
        assertThat(action(lasting().withPropertyValues("crm.keys.file=" + folder.resolve("none.json"))))
                .contains("crm.keys.file", "may read");
    }

    @Test
    void aLastingDatabaseNeedsItsTables() {
        assertThat(action(lasting().withPropertyValues("crm.keys.file=" + key("some.json"))))
                .contains("crm.schema.mode=create", "crm/jpa/schema/");
    }

    @Test
    void theKeyHasToBeTheOneTheDatabaseWasCreatedWith() {
        JpaStorage.on(Contexts.database("sealed;DB_CLOSE_DELAY=-1"), EphemeralKeys.create(), SchemaMode.CREATE)
                .close();
        assertThat(action(Contexts.host()
                        .withPropertyValues(
                                "spring.datasource.url=jdbc:h2:mem:sealed", "crm.keys.file=" + key("other.json"))))
                .contains("the keyset the database was created with");
    }

    @Test
    void theDatabaseHasToBeUp() {
        assertThat(action(Contexts.host()
                        .withPropertyValues(
                                "spring.datasource.url=jdbc:h2:" + folder.resolve("nothing") + ";IFEXISTS=TRUE",
                                "spring.datasource.hikari.initialization-fail-timeout=0",
                                "spring.datasource.hikari.connection-timeout=250",
                                "crm.keys.file=" + key("some.json"))))
                .contains("spring.datasource.url");
    }

    @Test
    void aWebhookNeedsTheAppsSecret() {
        assertThat(action(Contexts.host()
                        .withPropertyValues("crm.whatsapp.verify-token=word", "crm.whatsapp.tenant=norte")))
                .contains("crm.whatsapp.app-secrets");
    }

    @Test
    void aWebhookHasToKnowWhoseTheNumbersAre() {
        assertThat(action(Contexts.host()
                        .withPropertyValues("crm.whatsapp.verify-token=word", "crm.whatsapp.app-secrets=secret")))
                .contains("crm.whatsapp.tenant", "crm.whatsapp.numbers");
    }

    @Test
    void whoAsksForACrmIsToldWhatItLacks() {
        assertThat(action(
                        Contexts.host().withUserConfiguration(NeedsCrm.class).withPropertyValues("crm.enabled=false")))
                .contains("crm.enabled", "spring.datasource.url");
    }

    @Test
    void thereIsOneExtractorOfAKind() {
        assertThat(action(Contexts.host().withUserConfiguration(OwnRules.class)))
                .contains("crm.extraction.rules=false");
    }

    private ApplicationContextRunner lasting() {
        return Contexts.host().withPropertyValues("spring.datasource.url=jdbc:h2:" + folder.resolve("clinic"));
    }

    private Path key(String name) {
        Path file = folder.resolve(name);
        KeysetFile.create(file);
        return file;
    }

    /** What Spring Boot would print. */
    private static String action(ApplicationContextRunner host) {
        String[] said = new String[1];
        host.run(context -> {
            assertThat(context).hasFailed();
            said[0] =
                    SpringFactoriesLoader.forDefaultResourceLocation()
                            .load(FailureAnalyzer.class, (type, name, failure) -> {})
                            .stream()
                            .filter(each -> each.getClass().getPackageName().equals("io.crmkit.spring"))
                            .map(each -> Optional.ofNullable(each.analyze(context.getStartupFailure())))
                            .flatMap(Optional::stream)
                            .map(FailureAnalysis::getAction)
                            .findFirst()
                            .orElse("");
        });
        return said[0];
    }

    @Configuration(proxyBeanMethods = false)
    static class NeedsCrm {
        @Bean
        Object needs(Crm crm) {
            return crm;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRules {
        @Bean
        SilentExtractor silent() {
            return new SilentExtractor();
        }
    }
}
