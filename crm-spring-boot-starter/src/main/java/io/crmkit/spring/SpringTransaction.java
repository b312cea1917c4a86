package io.crmkit.spring;

import io.crmkit.jpa.HostTransaction;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Joins the transaction that Spring has open on this thread and database, whoever manages it. A read-only one is not
 * joined: what the library does then stands in a transaction of its own, because it may have to write.
 */
final class SpringTransaction implements HostTransaction {
    private final DataSource dataSource;
    private final @Nullable TransactionTemplate begins;

    /** @param begins what begins a transaction where none is open; null if the storage is to have its own */
    SpringTransaction(DataSource dataSource, @Nullable TransactionTemplate begins) {
        this.dataSource = plain(dataSource);
        this.begins = begins;
    }

    @Override
    public <T> T around(Supplier<T> work) {
        if (begins == null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        List<T> result = new ArrayList<>();
        begins.executeWithoutResult(status -> result.add(work.get()));
        return result.get(0);
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
