package io.crmkit.contact;

/**
 * Whether the business deals with a contact. Active and inactive follow from activity unless somebody sets the status.
 *
 * @since 0.1
 */
public enum ContactStatus {
    ACTIVE,
    INACTIVE,
    /** Stored and shown, never answered by a broadcast. */
    BLOCKED
}
