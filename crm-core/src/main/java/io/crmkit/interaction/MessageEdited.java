package io.crmkit.interaction;

import java.time.Instant;

/**
 * The author replaced the content. The newest edit by provider time counts.
 *
 * @since 0.1
 */
public record MessageEdited(Instant at, Content content) implements MessageUpdate {}
