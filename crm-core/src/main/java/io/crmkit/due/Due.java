package io.crmkit.due;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to be looked at, not before a time.
 *
 * @param subject what it is about; a bulk job for {@link DueKind#BULK}, else a contact
 * @since 0.1
 */
public record Due(UUID subject, DueKind kind, Instant at) {}
