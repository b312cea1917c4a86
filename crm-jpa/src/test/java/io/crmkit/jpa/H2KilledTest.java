package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement({"CAP-3", "CAP-12"})
class H2KilledTest {
    @TempDir
    Path folder;

    @Test
    void whatAnApplicationAcknowledgedBeforeItWasKilledIsInItsFileOnce() throws Exception {
        killed(2);
    }

    @Test
    @Tag("long")
    void twentyKillsLoseNothingAndDoubleNothing() throws Exception {
        killed(20);
    }

    private void killed(int times) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("clinic");
        Path keys = folder.resolve("keys.json");
        Path acknowledged = folder.resolve("acknowledged");
        KeysetFile.create(keys);
        for (int kill = 0; kill < times; kill++) {
            Path output = folder.resolve("output" + kill);
            Process process = CapturingProcess.start(
                    CapturingProcess.class,
                    output,
                    List.of("-Xmx256m"),
                    url,
                    keys.toString(),
                    acknowledged.toString(),
                    "k" + kill);
            awaitMore(process, acknowledged, ThreadLocalRandom.current().nextInt(20, 300), output);
            process.toHandle().destroyForcibly();
            process.onExit().join();
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            try (HikariDataSource pool = TestDatabase.pool(config, 2);
                    JpaStorage storage = JpaStorage.on(pool, KeysetFile.open(keys))) {
                assertThat(Stored.of(Clinic.on(storage)).assertWhole().providerIds())
                        .as("stored after kill " + kill)
                        .containsAll(lines(acknowledged));
            }
        }
    }

    /** The process ends the wait too, which is how a start that failed is told from a slow one. */
    private static void awaitMore(Process process, Path acknowledged, int count, Path output) throws Exception {
        int enough = lines(acknowledged).size() + count;
        for (int rounds = 0; lines(acknowledged).size() < enough; rounds++) {
            if (rounds == 3_000 || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It stopped capturing: " + Files.readString(output));
            }
        }
    }

    /** Without a last line that the kill cut short. */
    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
