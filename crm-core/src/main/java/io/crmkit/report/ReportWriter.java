package io.crmkit.report;

import io.crmkit.CrmSession;
import io.crmkit.tenant.TenantSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * The port to whoever writes reports down. Thread-safe.
 *
 * @since 0.1
 */
public interface ReportWriter {
    /** Whether it writes such a thing in such a format. */
    boolean writes(Contents contents, Report.Format format);

    /**
     * Writes it down, holding no more of it than a part. The stream is flushed and stays open.
     *
     * @param session of who planned it, by which alone it reads
     * @throws IOException if the stream takes no more
     * @throws io.crmkit.privacy.AccessDenied if they may no longer see what it shows
     */
    Written write(CrmSession session, Order order, OutputStream to) throws IOException;

    /**
     * A report that is wanted.
     *
     * @param plannedAt what moment it is for
     * @param now of when what it shows is
     * @param settings of the tenant, in whose language and zone it is
     */
    record Order(Report report, Instant plannedAt, Instant now, TenantSettings settings) {}

    /**
     * What was written.
     *
     * @param rows how many lines, records or pages
     * @param manifest what is in it, as JSON
     */
    record Written(long rows, long bytes, byte[] manifest) {}
}
