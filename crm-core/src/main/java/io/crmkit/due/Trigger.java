package io.crmkit.due;

import java.time.Duration;

/**
 * Which kind of work a captured message makes due, and how long after.
 *
 * @since 0.1
 */
public record Trigger(DueKind kind, Duration delay) {}
