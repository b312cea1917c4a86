package io.crmkit.capture;

import java.time.Instant;
import java.util.List;

/**
 * The storage port of updates that wait for their message, within one unit of work of one tenant.
 *
 * @since 0.1
 */
public interface PendingUpdates {
    /** How many were received before a time. */
    long count(Instant before);

    /** Takes at most so many that were received before a time out of waiting. */
    List<ParkedUpdate> take(Instant before, int limit);
}
