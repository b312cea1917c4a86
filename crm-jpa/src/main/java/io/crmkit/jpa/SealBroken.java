package io.crmkit.jpa;

import io.crmkit.CrmException;

/**
 * A sealed value does not open: it was changed, moved from where it was sealed, or sealed with another key. Restore the
 * database and its keys from the same moment; nobody but CRM Kit can write sealed values.
 *
 * @since 0.1
 */
public final class SealBroken extends CrmException {
    SealBroken(String what) {
        super(what + " does not open: it was changed, moved, or sealed with another key");
    }
}
