package io.crmkit.jpa;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.due.DueKind;
import io.crmkit.due.Upcoming;
import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
    private final Acquaintances acquaintances = new Acquaintances();
    private final Reading reading;
    private final @Nullable H2Durability durability;
    private final int isolation;

    private JpaStorage(DataSource dataSource, KeyService root, JpaOptions options) {
        this.dataSource = dataSource;
        this.host = options.hostTransaction();
        this.keys = new KeyRing(root, new SecureRandom());
        try (Connection connection = dataSource.getConnection()) {
            this.vendor = Vendor.of(connection);
            this.durability = vendor == Vendor.H2 ? new H2Durability(dataSource) : null;
            this.isolation = connection.getTransactionIsolation();
            if (vendor == Vendor.POSTGRESQL && !options.unencrypted()) {
                Line.of(connection).refuseOpen();
            }
            prepare(connection, root, options.schema());
            this.reading = new Reading(dataSource, connection.getMetaData());
        } catch (SQLException unreachable) {
            throw new StorageFailure("Opening the database", unreachable);
        }
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
     * @throws SchemaProblem if the tables are not what is needed, or the connection leaves the machine unencrypted
     * @throws io.crmkit.privacy.WrongKey if the root key is another one; then nothing was written
     * @throws StorageFailure if the database cannot be reached
     */
    public static JpaStorage on(DataSource dataSource, KeyService keys, JpaOptions options) {
        return new JpaStorage(dataSource, keys, options);
    }

    private void prepare(Connection connection, KeyService root, SchemaMode mode) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        isolate(connection, Connection.TRANSACTION_READ_COMMITTED);
        try {
            Schema schema = new Schema(connection, vendor);
            if (mode == SchemaMode.CREATE) {
                if (schema.exists()) {
                    RootCheck.refuseWrong(connection, root);
                }
                schema.create();
            } else if (mode == SchemaMode.VALIDATE) {
                schema.validate();
            }
            RootCheck.run(connection, root);
            if (durability != null) {
                durability.before(connection);
            }
        } finally {
            isolate(connection, isolation);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Changes nothing where the pool's connections are as they should be. */
    private void isolate(Connection connection, int level) throws SQLException {
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(level);
        }
    }

    @Override
    public <T> T within(TenantId tenant, Function<UnitOfWork, T> work) {
        return host.around(() -> {
            Connection lent = host.connection();
            return lent == null ? alone(tenant, work) : joined(lent, tenant, work);
        });
    }

    @Override
    public boolean joinsHostTransaction() {
        return host.connection() != null;
    }

    @Override
    public <T> T apart(TenantId tenant, Function<UnitOfWork, T> work) {
        return alone(tenant, work);
    }

    private <T> T alone(TenantId tenant, Function<UnitOfWork, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            isolate(connection, Connection.TRANSACTION_READ_COMMITTED);
            JpaWork unit = new JpaWork(new Sql(connection, vendor, tenant, true), keys, acquaintances, reading);
            boolean done = false;
            try {
                if (durability != null) {
                    durability.before(connection);
                }
                T result = run(unit, work);
                connection.commit();
                done = true;
                unit.committed();
                if (durability != null && unit.writes()) {
                    durability.afterCommit(connection);
                }
                return result;
            } finally {
                if (!done) {
                    unit.failed();
                }
                giveBack(connection, done, autoCommit);
            }
        } catch (SQLException failure) {
            throw Sql.failed("Transaction", failure);
        }
    }

    @Override
    public <T> T snapshot(TenantId tenant, Function<UnitOfWork, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(vendor.snapshot());
            connection.setReadOnly(true);
            try {
                Sql sql = new Sql(connection, vendor, tenant, true);
                return run(new JpaWork(sql, keys, acquaintances, reading), work);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException failure) {
            throw Sql.failed("Reading as of one moment", failure);
        }
    }

    @Override
    public List<Upcoming> upcoming(Set<DueKind> kinds, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return DueLook.look(connection, vendor, kinds, limit);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException failure) {
            throw Sql.failed("Looking for due work", failure);
        }
    }

    private void giveBack(Connection connection, boolean done, boolean autoCommit) throws SQLException {
        try {
            if (!done) {
                connection.rollback();
            }
            isolate(connection, isolation);
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
            if (durability != null) {
                durability.beforeJoined(connection);
            }
            Savepoint before = connection.setSavepoint();
            boolean done = false;
            try {
                T result = run(
                        new JpaWork(new Sql(connection, vendor, tenant, false), keys, acquaintances, reading), work);
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
            T result = work.apply(unit);
            unit.finish();
            return result;
        }
    }

    /** Lets go of what it holds; the pool is the host's. */
    @Override
    public void close() {
        reading.close();
    }
}
