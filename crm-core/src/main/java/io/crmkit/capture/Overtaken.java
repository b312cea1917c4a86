package io.crmkit.capture;

import io.crmkit.CrmException;

/**
 * Somebody else wrote what a capture had recalled. Nothing was written; begin again.
 *
 * @since 0.1
 */
public final class Overtaken extends CrmException {
    public Overtaken(String message) {
        super(message);
    }

    public Overtaken(String message, Throwable cause) {
        super(message, cause);
    }
}
