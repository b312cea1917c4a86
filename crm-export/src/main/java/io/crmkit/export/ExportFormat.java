package io.crmkit.export;

import io.crmkit.dossier.Snapshot;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A way to write contacts down.
 *
 * @since 0.1
 */
public interface ExportFormat {
    /** What it is and in which version, such as {@code crm-contacts-csv/1}. */
    String schema();

    /**
     * Writes a document, holding no more of it than a part. The stream is flushed and stays open.
     *
     * @param each to be asked before each contact; if it says no the document is not finished
     * @return how many rows it has: lines of a table, records, or pages, without headings
     */
    long write(Snapshot snapshot, OutputStream out, Each each) throws IOException;

    /** Counts contacts as they are written. */
    @FunctionalInterface
    interface Each {
        /** Whether to write one more. */
        boolean more();
    }
}
