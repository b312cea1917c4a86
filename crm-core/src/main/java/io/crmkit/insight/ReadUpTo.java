package io.crmkit.insight;

import java.time.Instant;

/**
 * How far an extractor has read what a contact wrote.
 *
 * @param reader as in {@link Reading}
 * @param unreadFrom everything said before was read
 * @param verifiedAt when all there is was last looked through for it
 * @since 0.1
 */
public record ReadUpTo(String reader, Instant unreadFrom, Instant verifiedAt) {}
