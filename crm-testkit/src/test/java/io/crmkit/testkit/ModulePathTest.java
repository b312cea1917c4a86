package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
    @Test
    void aConsumerCompilesAndRunsOnTheModulePath(@TempDir Path folder) throws Exception {
        Path module = write(folder, "src/module-info.java", "module consumer { requires io.crmkit.core; }");
        Path main = write(folder, "src/consumer/Main.java", """
                package consumer;

                import io.crmkit.Crm;
                import io.crmkit.capture.InboundEvent.MessageEvent;
                import io.crmkit.contact.Identifier;
                import io.crmkit.contact.Party;
                import io.crmkit.interaction.*;
                import io.crmkit.memory.InMemoryStorage;
                import io.crmkit.privacy.Actor;
                import io.crmkit.tenant.TenantId;
                import java.time.Instant;

                public class Main {
                    public static void main(String[] args) {
                        var clinic = Crm.create(new InMemoryStorage()).build().as(Actor.bot(TenantId.of("clinica-norte")));
                        clinic.capture(MessageEvent.received(
                                new ProviderRef(new ChannelAccount("whatsapp", "1"), "wamid.1"),
                                Party.of(Identifier.phone("5491155550101")),
                                Instant.EPOCH,
                                Content.text("hola")));
                        System.out.print(clinic.contacts(null, 10).items().size());
                    }
                }
                """);
        Path classes = folder.resolve("classes");
        String modulePath = classPathEntries();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        errors,
                        "-p",
                        modulePath,
                        "-d",
                        classes.toString(),
                        module.toString(),
                        main.toString());
        assertThat(compiled).as(errors.toString(StandardCharsets.UTF_8)).isZero();

        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath + File.pathSeparator + classes,
                        "-m",
                        "consumer/consumer.Main")
                .redirectErrorStream(true)
                .start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(printed).isZero();
        assertThat(printed).endsWith("1");
    }

    /** What the core needs to run, and nothing of the tests. */
    private static String classPathEntries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        (entry.contains("crm-core") || entry.contains("crm-ai-spi")) && !entry.endsWith("test-classes")
                                || entry.contains("slf4j-api")
                                || entry.contains("jspecify")
                                || entry.contains("libphonenumber"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
