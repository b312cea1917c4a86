package io.crmkit.privacy;

/**
 * The parts a member of staff can play.
 *
 * @since 0.1
 */
public enum Role {
    OWNER,
    MANAGER,
    AGENT,
    ANALYST,
    AUDITOR
}
