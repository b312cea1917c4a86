package io.crmkit.testkit.storage;

import io.crmkit.Storage;

/**
 * Gives a contract the storage it is to hold for.
 *
 * @since 0.1
 */
public interface StorageUnderTest {
    /** A fresh and empty storage. Called once for each test, before anything else. */
    Storage open();

    /** Whether a second instance, as of another process, can work on the same data. */
    boolean sharesData();

    /**
     * One more instance over the data of the one opened last.
     *
     * @throws UnsupportedOperationException unless it {@link #sharesData()}
     */
    Storage again();
}
