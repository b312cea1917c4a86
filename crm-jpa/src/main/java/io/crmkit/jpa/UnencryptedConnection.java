package io.crmkit.jpa;

import io.crmkit.CrmException;

/**
 * The connection to the database leaves the machine, and whoever listens on the way could read along. Nothing was
 * written.
 *
 * @since 0.1
 */
public final class UnencryptedConnection extends CrmException {
    UnencryptedConnection() {
        super("The connection to the database leaves this machine unencrypted: add sslmode=verify-full to its URL (and"
                + " ssl = on to the server), or say JpaOptions.allowingUnencrypted() where something else guards the"
                + " way");
    }
}
