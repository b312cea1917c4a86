package io.crmkit.interaction;

/**
 * Who said or did it.
 *
 * @since 0.1
 */
public enum Author {
    CUSTOMER,
    BOT,
    AGENT,
    SYSTEM;

    /** Whether it is the business speaking. */
    public boolean business() {
        return this == BOT || this == AGENT;
    }
}
