package io.crmkit.jpa;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.Requirement;

@Requirement({"HST-5", "HST-6"})
class PostgresStorageTest extends StorageOnDatabase {
    private String database = "";

    @Override
    HikariDataSource pool(boolean fresh) {
        database = fresh ? Postgres.freshSchema() : database;
        return Postgres.pool(database, 8);
    }
}
