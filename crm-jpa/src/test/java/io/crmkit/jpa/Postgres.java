package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for the tests of this process, durable as in production; each test has a database of its own. */
final class Postgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server)));
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                // Neither superuser nor exempt from row-level security: what a host should connect as.
                statement.execute("create role clinic login password 'clinic' nosuperuser nobypassrls");
            }
            return server;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("The embedded PostgreSQL did not start", failure);
        }
    }

    /** Nobody needs what it holds, so it need not write down the databases of all tests before it goes. */
    private static void discard(EmbeddedPostgres server) {
        ProcessHandle postmaster = server.getProcess().toHandle();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name of a fresh, empty database owned by the role the tests connect as. */
    static String freshDatabase() {
        String name = "crm" + NUMBER.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner clinic");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return name;
    }

    /** How the tests connect to a database. */
    static HikariConfig config(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database);
        config.setUsername("clinic");
        config.setPassword("clinic");
        return config;
    }

    /** A pool on a database. */
    static HikariDataSource pool(String database, int size) {
        return TestDatabase.pool(config(database), size);
    }

    static EmbeddedPostgres server() {
        return SERVER;
    }
}
