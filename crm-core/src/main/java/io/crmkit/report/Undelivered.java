package io.crmkit.report;

import java.io.IOException;

/**
 * A carrier could not bring something.
 *
 * @since 0.1
 */
public final class Undelivered extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param advice what was wrong and what to do, without anything personal: it is kept and shown */
    public Undelivered(String advice) {
        super(advice);
    }
}
