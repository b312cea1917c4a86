package io.crmkit.benchmarks;

import io.crmkit.benchmarks.Traffic.Post;
import java.util.List;
import javax.sql.DataSource;

/** One way of capturing messages, on a database of its own that holds the contacts already. */
interface Contender {
    String name();

    /** The database it works on. */
    String database();

    /** How many messages it takes at once. */
    List<Integer> sizes();

    /** Gets ready on connections of this pool. */
    Capturing on(DataSource pool) throws Exception;

    /** Ready to capture. Thread-safe. */
    interface Capturing extends AutoCloseable {
        /** Durable when it returns. */
        void capture(Post post) throws Exception;

        @Override
        default void close() {}
    }
}
