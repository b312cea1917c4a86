package io.crmkit.privacy;

import io.crmkit.CrmException;

/**
 * The key given does not open what is stored. Nothing was written; give the key the data was sealed with.
 *
 * @since 0.1
 */
public final class WrongKey extends CrmException {
    public WrongKey(String message) {
        super(message);
    }

    public WrongKey(String message, Throwable cause) {
        super(message, cause);
    }
}
