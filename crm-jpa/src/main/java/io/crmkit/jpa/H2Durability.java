package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds H2 to writing each commit to its file before the commit returns. Unless told otherwise it keeps commits in
 * memory for half a second and loses them with the process, and each connection whose URL names a WRITE_DELAY sets it
 * for all of them again.
 */
final class H2Durability {
    private static final Logger LOG = LoggerFactory.getLogger(H2Durability.class);
    private static final String ADVICE = ": remove WRITE_DELAY from the JDBC URL, or set it to 0";

    private H2Durability() {}

    /** Sets it once, and refuses a database that does not keep it. */
    static void demand(Connection connection) throws SQLException {
        if (delay(connection) != 0) {
            try {
                execute(connection, "set write_delay 0");
            } catch (SQLException refused) {
                throw new SchemaProblem(
                        "H2 would lose commits with the process, and this user may not change its WRITE_DELAY: have an"
                                + " administrator execute SET WRITE_DELAY 0",
                        refused);
            }
            check(connection);
        }
    }

    /** Refuses to work where a commit could be lost. */
    static void check(Connection connection) throws SQLException {
        int delay = delay(connection);
        if (delay != 0) {
            throw new SchemaProblem("H2 has a WRITE_DELAY of " + delay + ", so that commits could be lost" + ADVICE);
        }
    }

    /** What was committed is on its way to the disk or there when this returns, also if the delay came back. */
    static void afterCommit(Connection connection) throws SQLException {
        // One at a time, so that nobody goes by a delay set back whose commits are not written yet.
        synchronized (H2Durability.class) {
            int delay = delay(connection);
            if (delay != 0) {
                execute(connection, "set write_delay 0");
                execute(connection, "checkpoint sync");
                LOG.warn("A connection had set H2's WRITE_DELAY to {}; set back to 0{}", delay, ADVICE);
            }
        }
        connection.commit();
    }

    private static int delay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
