package io.crmkit.privacy;

/**
 * The parts a member of staff can play; {@link AccessPolicy#standard()} says what each may do.
 *
 * @since 0.1
 */
public enum Role {
    OWNER,
    MANAGER,
    AGENT,
    /** Counts and compares; sees nothing personal. */
    ANALYST,
    /** Sees who did what; sees no contacts. */
    AUDITOR
}
