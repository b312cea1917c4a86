package io.crmkit.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.SchemaMode;
import io.crmkit.jpa.SchemaProblem;
import io.crmkit.jpa.StorageFailure;
import io.crmkit.jpa.UnencryptedConnection;
import io.crmkit.privacy.WrongKey;
import java.net.ConnectException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database the program works on, and the storage in it. */
record Database(HikariDataSource pool, JpaStorage storage) implements AutoCloseable {
    static Database open(Options options) throws CannotRun {
        DatabaseUrl url = options.db().isPresent() ? DatabaseUrl.of(options.db().get()) : DatabaseUrl.IN_MEMORY;
        RootKey key = RootKey.of(url, options);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config(url, options));
            return new Database(pool, JpaStorage.on(pool, key.service(), SchemaMode.CREATE));
        } catch (PoolInitializationException | StorageFailure unreachable) {
            throw given(key, pool, "Cannot open the database: " + told(unreachable), unreachable);
        } catch (WrongKey | SchemaProblem | UnencryptedConnection refused) {
            throw given(key, pool, String.valueOf(refused.getMessage()), refused);
        }
    }

    private static HikariConfig config(DatabaseUrl url, Options options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(5_000);
        // A database in memory lives as long as a connection does.
        config.setMaxLifetime(0);
        options.user().ifPresent(config::setUsername);
        options.password().ifPresent(config::setPassword);
        if (url.h2() && !url.namesUser() && options.user().isEmpty()) {
            config.setUsername("sa");
        }
        return config;
    }

    private static CannotRun given(RootKey key, @Nullable HikariDataSource pool, String line, Exception cause) {
        if (pool != null) {
            pool.close();
        }
        key.forget();
        return new CannotRun(line, cause);
    }

    /** What the driver said, and what it heard itself where that is more. */
    private static String told(Throwable failure) {
        Throwable driver = failure;
        while (!(driver instanceof SQLException) && driver.getCause() != null) {
            driver = driver.getCause();
        }
        Throwable root = driver;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String line = String.valueOf(driver.getMessage()).lines().findFirst().orElse("");
        String more = root.getMessage();
        return root == driver || more == null || line.contains(more) || root instanceof ConnectException
                ? line
                : line + " (" + root.getClass().getSimpleName() + ": " + more + ")";
    }

    @Override
    public void close() {
        storage.close();
        pool.close();
    }
}
