package io.crmkit.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The transactions of a host that binds them to threads by hand. */
final class ThreadTransaction implements HostTransaction {
    private final DataSource dataSource;
    private final ThreadLocal<Connection> open = new ThreadLocal<>();

    ThreadTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection connection() {
        return open.get();
    }

    void begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        open.set(connection);
    }

    void beginReadOnly() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        open.set(connection);
    }

    void commit() throws SQLException {
        open.get().commit();
        close();
    }

    void rollback() throws SQLException {
        open.get().rollback();
        close();
    }

    private void close() throws SQLException {
        open.get().close();
        open.remove();
    }

    /** The host's own work within its transaction. */
    void execute(String sql) throws SQLException {
        try (Statement statement = open.get().createStatement()) {
            statement.execute(sql);
        }
    }

    /** The same for where nobody can deal with what goes wrong. */
    void run(String sql) {
        try {
            execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What another transaction sees. */
    static int count(DataSource dataSource, String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
