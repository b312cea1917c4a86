package io.crmkit.spring;

import io.crmkit.jpa.HostTransaction;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Joins the transaction that Spring has open on this thread and database, whoever manages it. A read-only one is not
 * joined: what the library does then stands in a transaction of its own, because it may have to write.
 */
final class SpringTransaction implements HostTransaction {
    private final DataSource dataSource;

    SpringTransaction(DataSource dataSource) {
        this.dataSource = plain(dataSource);
    }

    /** Transactions are registered under what such a proxy stands for. */
    static DataSource plain(DataSource dataSource) {
        DataSource target =
                dataSource instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : null;
        return target == null ? dataSource : target;
    }

    @Override
    public @Nullable Connection connection() {
        boolean open = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        return open && TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder holder
                ? holder.getConnection()
                : null;
    }
}
