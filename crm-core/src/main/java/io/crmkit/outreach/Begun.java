package io.crmkit.outreach;

/** What is to be done with something that was asked for. */
public sealed interface Begun {
    /** The provider is to be called, once the unit of work is committed. */
    record Call(Sending sending) implements Begun {}

    /** Nothing is. */
    record Over(SendOutcome outcome) implements Begun {}
}
