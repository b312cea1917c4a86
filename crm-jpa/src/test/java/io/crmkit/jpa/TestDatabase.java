package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a rule has to hold on. */
enum TestDatabase {
    H2 {
        @Override
        HikariConfig fresh() {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:h2:mem:fresh" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
            return config;
        }
    },
    POSTGRESQL {
        @Override
        HikariConfig fresh() {
            return Postgres.config(Postgres.freshSchema());
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** How to connect to a database nobody used before. */
    abstract HikariConfig fresh();

    HikariDataSource freshPool(int size) {
        return pool(fresh(), size);
    }

    static HikariDataSource pool(HikariConfig config, int size) {
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
