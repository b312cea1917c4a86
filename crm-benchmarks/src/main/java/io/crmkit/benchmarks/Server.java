package io.crmkit.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL of its own for one run, as durable as in production; the code measured connects as no superuser. */
public final class Server implements AutoCloseable {
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");
    /** By what the code measured connects, and its password. */
    public static final String ROLE = "bench";

    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static Server start() throws IOException, SQLException {
        return start(EmbeddedPostgres.builder());
    }

    /** One whose databases stay in a folder for the next start. */
    public static Server startIn(Path folder) throws IOException, SQLException {
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(RECOVERY));
    }

    private static Server start(EmbeddedPostgres.Builder builder) throws IOException, SQLException {
        builder.setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB");
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        Server server = new Server(builder.start());
        server.insistOnDurability();
        if (server.ask("postgres", "select count(*) from pg_roles where rolname = '" + ROLE + "'")
                .equals("0")) {
            server.execute(
                    "postgres", "create role " + ROLE + " login password '" + ROLE + "' nosuperuser nobypassrls");
        }
        return server;
    }

    private void insistOnDurability() throws SQLException {
        for (String setting : DURABLE) {
            String value = ask("postgres", "show " + setting);
            if (!value.equals("on")) {
                throw new IllegalStateException(setting + " is " + value + ": nothing measured would count");
            }
        }
    }

    /** What the figures were measured on, in one line. */
    public String describe() throws SQLException {
        return "PostgreSQL " + ask("postgres", "show server_version") + ", " + String.join(", ", DURABLE)
                + " on; client and server on " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature();
    }

    /** An empty database owned by the role that is no superuser. */
    public void createDatabase(String name) throws SQLException {
        execute("postgres", "create database " + name + " owner " + ROLE);
    }

    /** Where a database is. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    public HikariDataSource pool(String database, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(ROLE);
        config.setPassword(ROLE);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    /** As superuser. */
    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = admin(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As superuser: the first column of the first row. */
    public String ask(String database, String sql) throws SQLException {
        try (Connection connection = admin(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private Connection admin(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
