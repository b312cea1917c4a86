package io.crmkit.ai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
    @Test
    void aConsumerCompilesAndRunsOnTheModulePath(@TempDir Path folder) throws Exception {
        Path source = Files.createDirectories(folder.resolve("src/consumer"));
        Path module = Files.writeString(
                folder.resolve("src/module-info.java"), "module consumer { requires io.crmkit.ai.rules; }");
        Path main = Files.writeString(source.resolve("Main.java"), """
                package consumer;

                import io.crmkit.ai.*;
                import io.crmkit.ai.rules.RulesExtractor;
                import java.time.*;
                import java.util.*;

                public class Main {
                    public static void main(String[] args) {
                        var message = new WindowMessage("m", Author.CUSTOMER, ContentKind.TEXT, Instant.EPOCH,
                                "mi mail es ana@example.com y mi cel 11 6123-4499", "h", WindowRole.NEW);
                        var business = new BusinessContext("AR", "11", "ARS", List.of(), List.of(), List.of(), List.of(), "b");
                        var result = new RulesExtractor().extract(new ExtractionRequest("t", "c", "k", List.of(message),
                                List.of(), business, Locale.ROOT, ZoneOffset.UTC, EnumSet.allOf(FactType.class),
                                ExtractionBudget.DEFAULT));
                        System.out.print(result.facts().size());
                    }
                }
                """);
        String modulePath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("crm-ai-") && !entry.endsWith("test-classes")
                        || entry.contains("jspecify")
                        || entry.contains("libphonenumber"))
                .collect(Collectors.joining(File.pathSeparator));
        Path classes = folder.resolve("classes");
        run("javac", "-p", modulePath, "-d", classes.toString(), module.toString(), main.toString());

        assertThat(run("java", "-p", modulePath + File.pathSeparator + classes, "-m", "consumer/consumer.Main"))
                .endsWith("2");
    }

    private static String run(String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", tool).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
