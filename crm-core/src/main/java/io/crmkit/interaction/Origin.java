package io.crmkit.interaction;

/**
 * How we learnt of a message. The same message may come several ways; the way listed later knows it better.
 *
 * @since 0.1
 */
public enum Origin {
    /** The import of a number's past: device time, media as placeholders. */
    HISTORY,
    /** The provider's copy of what the business sent by other means, such as its phone. */
    ECHO,
    /** A customer's message as it happens. */
    LIVE,
    /** Told by the business's own code when it sent the message, so the sender is known by kind. */
    SENT
}
