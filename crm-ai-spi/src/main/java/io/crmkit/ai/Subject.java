package io.crmkit.ai;

/**
 * Whom a fact is about. Only what is about the customer enters the customer's profile.
 *
 * @since 0.1
 */
public enum Subject {
    CUSTOMER,
    /** A child, a partner, a friend. */
    THIRD_PARTY,
    /** The staff, the branches, the offer. */
    BUSINESS
}
