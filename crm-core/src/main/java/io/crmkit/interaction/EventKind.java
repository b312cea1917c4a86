package io.crmkit.interaction;

/**
 * What kind of thing happened in or around a conversation.
 *
 * @since 0.1
 */
public enum EventKind {
    CONVERSATION_STARTED,
    /** What comes later begins a new conversation. */
    CONVERSATION_ENDED,
    /** The conversation before goes on, however long ago it ended. */
    CONVERSATION_REOPENED,
    HANDED_TO_BOT,
    HANDED_TO_AGENT,
    /** A person is needed. */
    ESCALATED,
    /** The customer confirmed that it is settled. */
    RESOLUTION_CONFIRMED,
    /** The customer said how it was, in a score or in words. */
    FEEDBACK,
    /** A notice of the channel about the contact: number changed, preference set, lead submitted. */
    CHANNEL_NOTICE
}
