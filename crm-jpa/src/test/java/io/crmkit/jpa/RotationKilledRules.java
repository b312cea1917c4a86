package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.CrmSession;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that changes a tenant's key while it captures may be killed whenever. */
@Requirement("PRV-1")
abstract class RotationKilledRules {
    @TempDir
    Path folder;

    /** How the process connects, and after its death those who look at what it left. */
    abstract HikariConfig database();

    @Test
    void killedOnceInTheMidstOfARotationEverythingIsReadableAndTheNextOneEndsIt() throws Exception {
        killed(1);
    }

    @Test
    @Tag("long")
    void twentyKillsLeaveEverythingReadableAndNothingUnderAnOlderKey() throws Exception {
        killed(20);
    }

    private void killed(int times) throws Exception {
        HikariConfig database = database();
        Path keys = folder.resolve("keys.json");
        Path acknowledged = folder.resolve("acknowledged");
        KeysetFile.create(keys);
        for (int kill = 0; kill < times; kill++) {
            Path output = folder.resolve("output" + kill);
            Process process = CapturingProcess.start(
                    RotatingProcess.class,
                    output,
                    List.of("-Xmx256m"),
                    database.getJdbcUrl(),
                    String.valueOf(database.getUsername()),
                    String.valueOf(database.getPassword()),
                    keys.toString(),
                    acknowledged.toString(),
                    "k" + kill);
            awaitMore(process, acknowledged, ThreadLocalRandom.current().nextInt(20, 200), output);
            process.toHandle().destroyForcibly();
            process.onExit().join();
            HikariConfig again = new HikariConfig();
            database.copyStateTo(again);
            try (HikariDataSource pool = TestDatabase.pool(again, 2);
                    JpaStorage storage = JpaStorage.on(pool, KeysetFile.open(keys))) {
                CrmSession clinic = Clinic.on(storage);
                assertThat(Stored.of(clinic).assertWhole().providerIds())
                        .as("stored after kill " + kill)
                        .containsAll(lines(acknowledged));
                SortedSet<Integer> left = Wrapping.versions(pool);
                assertThat(left).as("there is one rotation at a time").hasSizeLessThanOrEqualTo(2);
                // Two in a row: what ends a rotation that was broken off makes no newer key.
                clinic.rotateKeys();
                clinic.rotateKeys();
                assertThat(Wrapping.versions(pool)).hasSize(1).allMatch(version -> version > left.last());
                Wrapping.assertOpenedByNewestAlone(pool, KeysetFile.open(keys));
                assertThat(Stored.of(clinic).assertWhole().providerIds()).containsAll(lines(acknowledged));
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
