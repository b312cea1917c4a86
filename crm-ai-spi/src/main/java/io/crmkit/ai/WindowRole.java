package io.crmkit.ai;

/**
 * What a message is in the window for.
 *
 * @since 0.1
 */
public enum WindowRole {
    /** To understand the others by; read before, cited by no fact. */
    CONTEXT,
    /** To be read. */
    NEW
}
