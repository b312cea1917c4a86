package io.crmkit.consent;

/**
 * What a message is sent for.
 *
 * @since 0.1
 */
public enum Purpose {
    /** Answering somebody who wrote: needs no consent, and nobody opts out of it. */
    ANSWER,
    /** Something about an appointment or an order the person has: needs no consent, and can be opted out of. */
    REMINDER,
    /** Anything else: needs consent. */
    MARKETING
}
