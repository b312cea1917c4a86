package io.crmkit.quarkus;

import io.crmkit.jpa.EphemeralKeys;
import io.crmkit.jpa.HostTransaction;
import io.crmkit.jpa.JpaOptions;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.privacy.KeyService;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * Storage in the application's data source, in its JTA transactions, on a session factory of its own. A {@link KeyService}
 * bean of the host's takes the place of the key file; an alternative {@link io.crmkit.Storage} that of all of it.
 *
 * @since 0.1
 */
@Singleton
public class StorageBeans {
    @Produces
    @Singleton
    JpaStorage storage(
            DataSource dataSource,
            Config config,
            Instance<KeyService> keys,
            Instance<TransactionSynchronizationRegistry> transactions,
            Instance<TransactionManager> managers) {
        Settings settings = new Settings(config);
        boolean embedded = inMemory(dataSource);
        KeyService key = keys.isResolvable() ? keys.get() : key(settings, embedded);
        HostTransaction host =
                transactions.isResolvable() ? new JtaTransaction(transactions.get(), dataSource) : HostTransaction.NONE;
        JpaOptions options = JpaOptions.DEFAULT
                .schema(settings.schema().orElse(embedded ? SchemaMode.CREATE : SchemaMode.VALIDATE))
                .joining(host);
        DataSource own = managers.isResolvable() ? new OwnConnections(dataSource, managers.get()) : dataSource;
        return opened(
                own, key, settings.flag("crm.connection.unencrypted", false) ? options.allowingUnencrypted() : options);
    }

    /** Hibernate looks for classes by the thread's loader, which is another while Quarkus tests or reloads. */
    private static JpaStorage opened(DataSource dataSource, KeyService key, JpaOptions options) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JpaStorage.class.getClassLoader());
        try {
            return JpaStorage.on(dataSource, key, options);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void close(@Disposes JpaStorage storage) {
        storage.close();
    }

    private static KeyService key(Settings settings, boolean embedded) {
        Optional<Path> file = settings.keys();
        if (file.isPresent()) {
            return settings.flag("crm.keys.create", false) && Files.notExists(file.get())
                    ? KeysetFile.create(file.get())
                    : KeysetFile.open(file.get());
        } else if (embedded) {
            return EphemeralKeys.create();
        }
        throw new MissingSetting(
                "CRM Kit has no root key to seal personal data with.",
                "Set crm.keys.file to a keyset file; crm.keys.create=true makes one on the first start. Or declare a"
                        + " KeyService bean.");
    }

    private static boolean inMemory(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "The data source gave no connection, SQL state " + failed.getSQLState(), failed);
        }
    }
}
