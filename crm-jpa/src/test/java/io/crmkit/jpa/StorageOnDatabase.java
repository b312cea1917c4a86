package io.crmkit.jpa;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Storage;
import io.crmkit.privacy.KeyService;
import io.crmkit.testkit.storage.StorageContract;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;

/** The contract on one database: each instance has a pool and a session factory of its own, as on a node of its own. */
abstract class StorageOnDatabase extends StorageContract {
    private final KeyService keys = EphemeralKeys.create();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** A pool on a database that nobody used yet, and from then on on the same. */
    abstract HikariDataSource pool(boolean fresh);

    @Override
    public Storage open() {
        return instance(pool(true));
    }

    @Override
    public boolean sharesData() {
        return true;
    }

    @Override
    public Storage again() {
        return instance(pool(false));
    }

    private Storage instance(HikariDataSource pool) {
        JpaStorage storage = JpaStorage.on(pool, keys, SchemaMode.CREATE);
        open.push(pool);
        open.push(storage);
        return storage;
    }

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
