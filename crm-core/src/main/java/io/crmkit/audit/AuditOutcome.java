package io.crmkit.audit;

/**
 * What came of an attempt to do something.
 *
 * @since 0.1
 */
public enum AuditOutcome {
    /** It was done. */
    ALLOWED,
    /** The actor may not; nothing was read or changed. */
    DENIED,
    /** There is no such thing, or it is another tenant's; nothing was read or changed. */
    NOT_FOUND
}
