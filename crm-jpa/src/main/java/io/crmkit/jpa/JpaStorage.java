package io.crmkit.jpa;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Storage in a relational database: H2 2 or PostgreSQL 15 and newer. Everything personal is sealed before it leaves the
 * process. Thread-safe; one for an application and database.
 *
 * <p>Works on connections borrowed from the host's pool, one for each piece of work, in transactions of its own at read
 * committed, or within the host's transaction, then guarded by a savepoint.
 *
 * @since 0.1
 */
public final class JpaStorage implements Storage, AutoCloseable {
    private final DataSource dataSource;
    private final HostTransaction host;
    private final Vendor vendor;
    private final KeyRing keys;
    private final Reading reading;
    private final boolean setsIsolation;

    private JpaStorage(DataSource dataSource, KeyService root, JpaOptions options) {
        this.dataSource = dataSource;
        this.host = options.hostTransaction();
        this.keys = new KeyRing(root, new SecureRandom());
        try (Connection connection = dataSource.getConnection()) {
            this.vendor = Vendor.of(connection);
            this.setsIsolation = connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED;
            prepare(connection, root, options.schema());
        } catch (SQLException unreachable) {
            throw new StorageFailure("Opening the database", unreachable);
        }
        this.reading = new Reading(dataSource);
    }

    /** Storage on this database, whose schema is validated. */
    public static JpaStorage on(DataSource dataSource, KeyService keys) {
        return on(dataSource, keys, JpaOptions.DEFAULT);
    }

    /** Storage on this database, joining no host transaction. */
    public static JpaStorage on(DataSource dataSource, KeyService keys, SchemaMode schema) {
        return on(dataSource, keys, JpaOptions.DEFAULT.schema(schema));
    }

    /**
     * Storage on this database.
     *
     * @param keys the root key the database was created with, or is to be created with
     * @throws SchemaProblem if the tables are not what is needed
     * @throws io.crmkit.privacy.WrongKey if the root key is another one; then nothing was written
     * @throws StorageFailure if the database cannot be reached
     */
    public static JpaStorage on(DataSource dataSource, KeyService keys, JpaOptions options) {
        return new JpaStorage(dataSource, keys, options);
    }

    private void prepare(Connection connection, KeyService root, SchemaMode mode) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            Schema schema = new Schema(connection, vendor);
            if (mode == SchemaMode.CREATE) {
                schema.create();
            } else if (mode == SchemaMode.VALIDATE) {
                schema.validate();
            }
            if (vendor == Vendor.H2) {
                makeDurable(connection);
            }
            RootCheck.run(connection, root);
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** H2 keeps commits in memory for half a second unless told otherwise, and loses them with the process. */
    private static void makeDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
            try (ResultSet row = statement.executeQuery(
                    "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
                if (row.next() && !row.getString(1).equals("0")) {
                    throw new SchemaProblem("H2 keeps WRITE_DELAY at " + row.getString(1)
                            + ", so that commits could be lost: remove WRITE_DELAY from the JDBC URL");
                }
            }
        }
    }

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        Connection lent = host.connection();
        return lent == null ? alone(tenant, work) : joined(lent, tenant, work);
    }

    @Override
    public boolean joinsHostTransaction() {
        return host.connection() != null;
    }

    private <T> T alone(TenantId tenant, Function<UnitOfWork, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            if (setsIsolation) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            boolean done = false;
            try {
                JpaWork unit = new JpaWork(new Sql(connection, vendor, tenant), keys, reading);
                T result = run(unit, work);
                connection.commit();
                done = true;
                unit.committed();
                return result;
            } finally {
                giveBack(connection, done, autoCommit);
            }
        } catch (SQLException failure) {
            throw Sql.failed("Transaction", failure);
        }
    }

    private static void giveBack(Connection connection, boolean done, boolean autoCommit) throws SQLException {
        try {
            if (!done) {
                connection.rollback();
            }
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            if (done) {
                throw broken;
            }
            // What went wrong first is on its way to the caller; a broken connection rolls back by itself.
        }
    }

    private <T> T joined(Connection connection, TenantId tenant, Function<UnitOfWork, T> work) {
        try {
            Savepoint before = connection.setSavepoint();
            boolean done = false;
            try {
                T result = run(new JpaWork(new Sql(connection, vendor, tenant), keys, reading), work);
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback(before);
                }
                connection.releaseSavepoint(before);
            }
        } catch (SQLException failure) {
            throw Sql.failed("Joining the host's transaction", failure);
        }
    }

    private static <T> T run(JpaWork unit, Function<UnitOfWork, T> work) {
        try (unit) {
            return work.apply(unit);
        }
    }

    /** Lets go of what it holds; the pool is the host's. */
    @Override
    public void close() {
        reading.close();
    }
}
