package io.crmkit.interaction;

import java.time.Instant;

/**
 * Somebody reacted with an emoji, or took the reaction back. Of each side the newest by provider time counts.
 *
 * @param emoji empty when taken back
 * @since 0.1
 */
public record Reacted(Author by, Instant at, String emoji) implements MessageUpdate {}
