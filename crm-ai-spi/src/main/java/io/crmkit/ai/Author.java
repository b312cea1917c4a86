package io.crmkit.ai;

/**
 * Who wrote a message. Only what the customer wrote is evidence about the customer.
 *
 * @since 0.1
 */
public enum Author {
    CUSTOMER,
    BOT,
    AGENT,
    SYSTEM
}
