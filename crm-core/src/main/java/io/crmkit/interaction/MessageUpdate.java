package io.crmkit.interaction;

import java.time.Instant;

/**
 * Something that changes a message already said. Updates may come in any order, any number of times and before the
 * message itself; what they leave behind is the same.
 *
 * @since 0.1
 */
public sealed interface MessageUpdate permits StatusReached, MessageEdited, MessageDeleted, Reacted {
    /** Provider time. */
    Instant at();
}
