package io.crmkit.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables: plain scripts per vendor, applied once and in order, with a history of their own. */
final class Schema {
    private static final String HISTORY = """
            create table if not exists crm_schema_history (
                script varchar(100) primary key,
                checksum varchar(64) not null,
                installed_at timestamp(6) with time zone default current_timestamp not null
            )""";
    private static final long LOCK = 0x63726d2d6b6974L;

    private final Connection connection;
    private final Vendor vendor;

    Schema(Connection connection, Vendor vendor) {
        this.connection = connection;
        this.vendor = vendor;
    }

    /**
     * Applies what is missing, in one transaction that starts and ends here. Where definitions commit by themselves the
     * scripts create only what is not there, so that a start that was killed half-way is completed by the next.
     */
    void create() throws SQLException {
        // H2 serves one process, and there each statement of definition commits by itself.
        synchronized (Schema.class) {
            createAlone();
        }
        validate();
    }

    private void createAlone() throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            lock();
            execute(HISTORY);
            Map<String, String> applied = history();
            applied.forEach(this::refuseOtherVersion);
            for (String script : vendor.scripts()) {
                if (!applied.containsKey(script)) {
                    apply(script);
                }
            }
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Whether any script was ever applied. */
    boolean exists() {
        try {
            return !history().isEmpty();
        } catch (SQLException missing) {
            return false;
        }
    }

    /** Refuses unless every script was applied as it is here. */
    void validate() {
        Map<String, String> applied;
        try {
            applied = history();
        } catch (SQLException missing) {
            throw new SchemaProblem(
                    "The database has no CRM Kit tables: open the storage once with SchemaMode.CREATE,"
                            + " or apply the scripts under crm/jpa/schema/" + vendor.folder(),
                    missing);
        }
        for (String script : vendor.scripts()) {
            String checksum = applied.get(script);
            if (checksum == null) {
                throw new SchemaProblem("The database lacks " + script
                        + ": open the storage once with SchemaMode.CREATE, or apply it by hand");
            }
            refuseOtherVersion(script, checksum);
        }
    }

    private void refuseOtherVersion(String script, String checksum) {
        if (vendor.scripts().contains(script) && !checksum.equals(checksum(text(script)))) {
            throw new SchemaProblem(script + " was applied in another version than this library's:"
                    + " use the library version the database was made with, or newer");
        }
    }

    private void lock() throws SQLException {
        if (vendor == Vendor.POSTGRESQL) {
            execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    private void apply(String script) throws SQLException {
        String text = text(script);
        execute(text);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into crm_schema_history (script, checksum) values (?, ?)")) {
            insert.setString(1, script);
            insert.setString(2, checksum(text));
            insert.executeUpdate();
        }
    }

    private Map<String, String> history() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select script, checksum from crm_schema_history")) {
            Map<String, String> applied = new LinkedHashMap<>();
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getString(2));
            }
            return applied;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String script) {
        String path = "/crm/jpa/schema/" + vendor.folder() + "/" + script;
        try (InputStream in = Schema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its own " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The library's " + path + " cannot be read", unreadable);
        }
    }

    private static String checksum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
