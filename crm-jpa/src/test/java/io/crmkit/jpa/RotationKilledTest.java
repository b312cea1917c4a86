package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import org.junit.jupiter.api.Nested;

class RotationKilledTest {
    @Nested
    class OnH2 extends RotationKilledRules {
        @Override
        HikariConfig database() {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("clinic"));
            config.setUsername("");
            config.setPassword("");
            return config;
        }
    }

    @Nested
    class OnPostgresql extends RotationKilledRules {
        @Override
        HikariConfig database() {
            return TestDatabase.POSTGRESQL.fresh();
        }
    }
}
