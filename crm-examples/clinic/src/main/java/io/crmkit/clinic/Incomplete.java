package io.crmkit.clinic;

/** Why something that was told cannot be taken, in a sentence without what it says. */
public final class Incomplete extends Exception {
    private static final long serialVersionUID = 1;

    Incomplete(String reason) {
        super(reason);
    }
}
