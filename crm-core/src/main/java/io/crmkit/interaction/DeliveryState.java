package io.crmkit.interaction;

/**
 * How far a message got, in rising order but for the last.
 *
 * @since 0.1
 */
public enum DeliveryState {
    /** From the customer: it is here. */
    RECEIVED,
    /** From the business: the provider said nothing yet. */
    PENDING,
    SENT,
    DELIVERED,
    READ,
    /** A voice message was listened to. */
    PLAYED,
    FAILED
}
