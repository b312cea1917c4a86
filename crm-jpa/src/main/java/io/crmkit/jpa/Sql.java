package io.crmkit.jpa;

import io.crmkit.StorageUnavailable;
import io.crmkit.capture.Overtaken;
import io.crmkit.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one place where native SQL meets a connection. Every statement names its tenant and is bound to it here; on
 * PostgreSQL row-level security holds it to that.
 */
final class Sql {
    private static final String BIND = "select set_config('crm.tenant', :tenant, true)";
    private static final Set<String> RACES = Set.of("40001", "40P01", "23505", "HYT00");

    private final Connection connection;
    private final Vendor vendor;
    private final TenantId tenant;
    private final boolean alone;
    private boolean bound;

    /** @param alone whether the transaction is the storage's own, so that its settings are too */
    Sql(Connection connection, Vendor vendor, TenantId tenant, boolean alone) {
        this.connection = connection;
        this.vendor = vendor;
        this.tenant = tenant;
        this.alone = alone;
    }

    /** Reads one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Binds what is not the tenant. */
    interface Binder {
        void bind(Row row) throws SQLException;
    }

    /** Binds one of many. */
    interface EachBinder<E> {
        void bind(Row row, E each) throws SQLException;
    }

    Vendor vendor() {
        return vendor;
    }

    boolean alone() {
        return alone;
    }

    TenantId tenant() {
        return tenant;
    }

    /** The connection, once the tenant is bound to the transaction. */
    Connection connection() {
        bindTenant();
        return connection;
    }

    /** The rows of a query; the first of a transaction binds the tenant in the same round trip. */
    <T> List<T> list(String sql, Binder binder, Reader<T> reader) {
        boolean binds = !bound && vendor == Vendor.POSTGRESQL;
        TenantSql text = TenantSql.of(binds ? BIND + ";\n" + sql : sql);
        try (PreparedStatement statement = connection.prepareStatement(text.text())) {
            // What is bound may have to be read, or made, first.
            bind(statement, text, binder);
            statement.execute();
            bound = true;
            if (binds) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        } catch (SQLException failure) {
            throw failed("Reading", failure);
        }
    }

    <T> Optional<T> one(String sql, Binder binder, Reader<T> reader) {
        return list(sql, binder, reader).stream().findFirst();
    }

    /** Runs one change. */
    int update(String sql, Binder binder) {
        bindTenant();
        TenantSql text = TenantSql.of(sql);
        try (PreparedStatement statement = connection.prepareStatement(text.text())) {
            bind(statement, text, binder);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed("Writing", failure);
        }
    }

    /**
     * Runs a change for each, in one batch, and each must change one row.
     *
     * @throws Overtaken if one does not, because somebody else changed it meanwhile
     */
    <E> void eachOnce(String sql, Collection<E> all, EachBinder<E> binder) {
        for (int changed : each(sql, all, binder)) {
            if (changed == 0) {
                throw new Overtaken("Somebody else changed a row");
            }
        }
    }

    /**
     * An insert that leaves alone what is there.
     *
     * @param into table and columns, the tenant first
     * @param values of the other columns
     * @param same what is the same, whose values are bound after the others
     */
    String ignoring(String into, String values, String same) {
        String table = into.substring(0, into.indexOf(' '));
        String there = "(select 1 from " + table + " where tenant_id = :tenant and " + same;
        // Asked the same again within a transaction H2 gives the answer it gave before, unless there is chance in it.
        return "insert into " + into + " select :tenant, " + values + " where not exists " + there
                + (vendor == Vendor.POSTGRESQL ? ") on conflict do nothing" : " and rand() >= 0)");
    }

    /** Runs a change for each, in one batch; how many rows each changed. */
    <E> int[] each(String sql, Collection<E> all, EachBinder<E> binder) {
        if (all.isEmpty()) {
            return new int[0];
        }
        bindTenant();
        TenantSql text = TenantSql.of(sql);
        try (PreparedStatement statement = connection.prepareStatement(text.text())) {
            for (E each : all) {
                bind(statement, text, row -> binder.bind(row, each));
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException failure) {
            throw failed("Writing", failure);
        }
    }

    /** A statement that binds the tenant to the transaction itself; to be closed by the caller. */
    PreparedStatement binding(String sql, Binder binder) throws SQLException {
        bound = true;
        TenantSql text = TenantSql.of(sql);
        PreparedStatement statement = connection.prepareStatement(text.text());
        bind(statement, text, binder);
        return statement;
    }

    private void bind(PreparedStatement statement, TenantSql text, Binder binder) throws SQLException {
        Row row = new Row(connection, statement, text, tenant);
        binder.bind(row);
        row.bindTenant();
    }

    private void bindTenant() {
        if (bound || vendor != Vendor.POSTGRESQL) {
            return;
        }
        try (PreparedStatement statement = binding(BIND, row -> {})) {
            statement.execute();
        } catch (SQLException failure) {
            throw failed("Binding the tenant", failure);
        }
    }

    static RuntimeException failed(String doing, SQLException failure) {
        SQLException first = failure;
        while (first.getNextException() != null && first.getSQLState() == null) {
            first = first.getNextException();
        }
        if (RACES.contains(String.valueOf(first.getSQLState())) || first.getErrorCode() == 90131) {
            return new Overtaken(doing + " was overtaken, SQL state " + first.getSQLState(), first);
        }
        if (first instanceof SQLTransientConnectionException || away(String.valueOf(first.getSQLState()))) {
            return new StorageUnavailable(
                    doing + " failed: the database is away, SQL state " + first.getSQLState(), first);
        }
        return new StorageFailure(doing, first);
    }

    /** Connection exceptions, insufficient resources, shutdown. */
    private static boolean away(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
