package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir
    Path place;

    @Test
    @Requirement("CAP-3")
    void theDayIsTheSameOnPostgresAndStaysTheSame() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String[] onPostgres = {
                "--json",
                "--db=jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                "--db-user=postgres",
                "--keys=" + place.resolve("keys.json")
            };
            Run first = Run.of((Object[]) onPostgres);
            Run second = Run.of((Object[]) onPostgres);

            assertThat(second.out()).isEqualTo(first.out());
            assertThat(Run.comparable(first.document()))
                    .isEqualTo(Run.comparable(Run.of("--json").document()));
        }
    }
}
