package io.crmkit.interaction;

import java.time.Instant;

/**
 * The author took the message back. Its content is kept sealed and not shown.
 *
 * @since 0.1
 */
public record MessageDeleted(Instant at) implements MessageUpdate {}
