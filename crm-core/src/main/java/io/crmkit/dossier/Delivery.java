package io.crmkit.dossier;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The port to where exports go: a folder, a mailbox, an object store. Thread-safe.
 *
 * @since 0.1
 */
public interface Delivery {
    /**
     * Makes room for a file of which nothing is to be seen yet.
     *
     * @param name of the file, without a folder
     * @throws IOException if it cannot be taken
     */
    Parcel open(String name) throws IOException;

    /** A file on its way. Not thread-safe. */
    interface Parcel extends Closeable {
        /** Takes what is in it. */
        OutputStream contents();

        /**
         * Hands it over, whole; instead of one of the same name if there is one. Only now may anybody see it, and never
         * with the manifest of another.
         *
         * @param manifest what is in it, as JSON, to be kept beside it
         * @throws IOException if it cannot be; then nothing of it is seen, but what was there before may be
         */
        void deliver(byte[] manifest) throws IOException;

        /** Lets go of it; unless it was delivered, nothing of it is left. */
        @Override
        void close() throws IOException;
    }
}
