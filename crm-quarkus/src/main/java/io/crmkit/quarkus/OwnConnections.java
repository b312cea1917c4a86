package io.crmkit.quarkus;

import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The host's data source as the storage needs it for transactions of its own: a JTA transaction that is open when a
 * connection is taken stands aside until it is given back, since whatever is taken within would take part in it.
 */
record OwnConnections(DataSource host, TransactionManager transactions) implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
        Transaction open = suspended();
        try {
            Connection connection = host.getConnection();
            return open == null ? connection : apart(connection, open);
        } catch (SQLException | RuntimeException failed) {
            resume(open);
            throw failed;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("Connections are the host's user's");
    }

    private Connection apart(Connection connection, Transaction open) {
        return (Connection) Proxy.newProxyInstance(
                OwnConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause() == null ? failed : failed.getCause();
                    } finally {
                        if (method.getName().equals("close")) {
                            resume(open);
                        }
                    }
                });
    }

    private @Nullable Transaction suspended() throws SQLException {
        try {
            return transactions.suspend();
        } catch (SystemException failed) {
            throw new SQLException("The host's transaction cannot stand aside", failed);
        }
    }

    private void resume(@Nullable Transaction open) throws SQLException {
        try {
            if (open != null) {
                transactions.resume(open);
            }
        } catch (SystemException | InvalidTransactionException failed) {
            throw new SQLException("The host's transaction cannot go on", failed);
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return host.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        host.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        host.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return host.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(OwnConnections.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return host.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return host.isWrapperFor(type);
    }
}
