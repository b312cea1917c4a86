package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement({"CAP-3", "CAP-12"})
class PostgresKilledTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheDatabaseWasKilledIsThereOnce() throws IOException {
        killed(2);
    }

    @Test
    @Tag("long")
    void twentyKillsLoseNothingAndDoubleNothing() throws IOException {
        killed(20);
    }

    private void killed(int times) throws IOException {
        Acknowledged acknowledged = new Acknowledged();
        try (MortalPostgres server = new MortalPostgres(folder.resolve("data"));
                HikariDataSource pool = server.pool(8)) {
            assertThat(server.setting("fsync")).isEqualTo("on");
            assertThat(server.setting("synchronous_commit")).isEqualTo("on");
            assertThat(server.setting("full_page_writes")).isEqualTo("on");
            try (JpaStorage storage = JpaStorage.on(pool, EphemeralKeys.create(), SchemaMode.CREATE)) {
                for (int kill = 0; kill < times; kill++) {
                    Crowd crowd = new Crowd(Clinic.on(storage), "k" + kill, acknowledged::add);
                    Runnable end = crowd.begin();
                    acknowledged.awaitMore(ThreadLocalRandom.current().nextInt(20, 400));
                    server.kill();
                    end.run();
                    server.restart();
                    pool.getHikariPoolMXBean().softEvictConnections();
                    assertThat(Stored.of(Clinic.on(storage)).assertWhole().providerIds())
                            .as("stored after kill " + kill)
                            .containsAll(acknowledged.ids());
                }
            }
        }
    }
}
