package io.crmkit.quarkus;

import io.crmkit.jpa.HostTransaction;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the JTA transaction of this thread: works on a connection that the data source enlisted in it, one for each
 * transaction, which goes back when that is over.
 */
final class JtaTransaction implements HostTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(JtaTransaction.class);

    private final TransactionSynchronizationRegistry registry;
    private final DataSource dataSource;

    JtaTransaction(TransactionSynchronizationRegistry registry, DataSource dataSource) {
        this.registry = registry;
        this.dataSource = dataSource;
    }

    @Override
    public @Nullable Connection connection() {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return null;
        }
        if (registry.getResource(this) instanceof Connection joined) {
            return joined;
        }
        try {
            Connection connection = dataSource.getConnection();
            registry.putResource(this, connection);
            registry.registerInterposedSynchronization(new GivingBack(connection));
            return connection;
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "The data source gave no connection, SQL state " + failed.getSQLState(), failed);
        }
    }

    private record GivingBack(Connection connection) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Others may still work in the transaction.
        }

        @Override
        public void afterCompletion(int status) {
            try {
                connection.close();
            } catch (SQLException failed) {
                LOG.debug("A connection could not be given back, SQL state {}", failed.getSQLState());
            }
        }
    }
}
