package io.crmkit.interaction;

import java.time.Instant;

/**
 * That somebody wrote, without what.
 *
 * @since 0.1
 */
public record Beat(Author author, Instant at, ChannelAccount account, ConversationId conversation) {}
