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

/** A real PostgreSQL for the tests of this process, durable as in production; each test has a schema of its own. */
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
                statement.execute("create database clinic owner clinic");
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

    /** The name of a fresh, empty schema owned by the role the tests connect as; a database each would cost a gigabyte. */
    static String freshSchema() {
        String name = "crm" + NUMBER.incrementAndGet();
        try (Connection connection = SERVER.getDatabase("postgres", "clinic").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name + " authorization clinic");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return name;
    }

    /** How the tests connect to a schema. */
    static HikariConfig config(String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:" + SERVER.getPort() + "/clinic?currentSchema=" + schema);
        config.setUsername("clinic");
        config.setPassword("clinic");
        return config;
    }

    /** A pool on a schema. */
    static HikariDataSource pool(String schema, int size) {
        return TestDatabase.pool(config(schema), size);
    }
}
