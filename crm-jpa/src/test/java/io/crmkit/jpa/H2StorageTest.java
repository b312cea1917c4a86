package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;

@Requirement({"HST-5", "HST-6"})
class H2StorageTest extends StorageOnDatabase {
    private static int number;

    @Override
    HikariDataSource pool(boolean fresh) {
        number += fresh ? 1 : 0;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:contract" + number);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }
}
