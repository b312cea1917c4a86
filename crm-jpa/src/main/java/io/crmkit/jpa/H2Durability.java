package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds H2 to writing each commit to its file before the commit returns. Left alone it keeps commits in memory for half
 * a second and loses them with the process, and what it was told does not last: a connection whose URL names a
 * WRITE_DELAY sets it again, for all of them, and a database that was closed and opened again shows the delay it was
 * told and uses its own. Thread-safe.
 */
final class H2Durability {
    private static final Logger LOG = LoggerFactory.getLogger(H2Durability.class);
    private static final String DEMAND = "set write_delay 0";
    private static final String ADVICE = ": set WRITE_DELAY=0 in the JDBC URL";

    private final DataSource dataSource;
    // While one of these is open the database was not closed, so what it was told still holds.
    private final Set<Connection> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    H2Durability(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Before work on a connection of our own, on which nothing was done yet. */
    void before(Connection connection) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (told.contains(physical) || inMemory(connection)) {
            return;
        }
        try {
            execute(connection, DEMAND);
        } catch (SQLException refused) {
            throw new SchemaProblem(
                    "H2 would lose commits with the process, and this user may not change its WRITE_DELAY:"
                            + " connect as an administrator of the database",
                    refused);
        }
        demandZero(connection);
        told.add(physical);
    }

    /** Before work on the host's connection, whose transaction must not be ended by telling it there. */
    void beforeJoined(Connection lent) throws SQLException {
        Connection physical = lent.unwrap(Connection.class);
        if (!told.contains(physical) && !inMemory(lent)) {
            try (Connection own = dataSource.getConnection()) {
                if (own.unwrap(Connection.class) == physical) {
                    throw new SchemaProblem("The storage was given connections that are in the host's transaction"
                            + " already: give it the pool itself");
                }
                before(own);
                if (!own.getAutoCommit()) {
                    own.commit();
                }
            }
            told.add(physical);
        }
        demandZero(lent);
    }

    /** What was committed is written when this returns, also if the delay came back meanwhile. */
    void afterCommit(Connection connection) throws SQLException {
        if (inMemory(connection)) {
            return;
        }
        // One at a time, so that nobody goes by a delay set back whose commits are not written yet.
        synchronized (this) {
            int delay = delay(connection);
            if (delay != 0) {
                execute(connection, DEMAND);
                execute(connection, "checkpoint sync");
                LOG.warn("A connection had set H2's WRITE_DELAY to {}; set back to 0{}", delay, ADVICE);
            }
        }
        connection.commit();
    }

    private static void demandZero(Connection connection) throws SQLException {
        int delay = delay(connection);
        if (delay != 0) {
            throw new SchemaProblem("H2 has a WRITE_DELAY of " + delay + ", so that commits could be lost" + ADVICE);
        }
    }

    private static boolean inMemory(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
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
