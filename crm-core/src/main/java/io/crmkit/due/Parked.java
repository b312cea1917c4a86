package io.crmkit.due;

import java.util.UUID;

/**
 * Work that failed too often to be tried again by itself. More of the same work takes it up again.
 *
 * @param error what went wrong, without personal data
 * @since 0.1
 */
public record Parked(UUID subject, DueKind kind, int attempts, String error) {}
