package io.crmkit.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The storage port to what was done with the data of one tenant, within one unit of work. Entries are added and never
 * changed; what is old is removed by {@link AuditChain#forget} alone.
 *
 * @since 0.1
 */
public interface AuditTrail {
    /** Adds an entry whose id is new, with all its contacts, in one statement where the database has words for it. */
    void add(AuditEntry entry);

    /**
     * A keyed hash that stands for a text, in hexadecimal digits: the same for the same text of the same tenant. Empty if
     * the tenant has stored nothing yet.
     */
    String hash(String text);

    /** Entries that are asked for, older than the cursor, the newest first. */
    List<AuditEntry> page(AuditQuery query, @Nullable Cursor olderThan, int limit);

    /** Where a page ended. */
    record Cursor(Instant at, UUID id) {}
}
