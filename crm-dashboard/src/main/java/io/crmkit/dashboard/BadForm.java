package io.crmkit.dashboard;

/** What was sent is nothing that a page of ours sends. */
final class BadForm extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadForm() {
        super("What was sent is nothing that a page sends");
    }
}
