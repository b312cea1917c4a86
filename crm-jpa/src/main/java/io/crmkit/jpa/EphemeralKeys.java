package io.crmkit.jpa;

import io.crmkit.privacy.KeyService;
import io.crmkit.privacy.WrongKey;
import java.security.GeneralSecurityException;

/**
 * A root key that lives in memory only, for tests and demonstrations: what was sealed with it is lost when the process
 * ends. Thread-safe.
 *
 * @since 0.1
 */
public final class EphemeralKeys implements KeyService {
    private final Keyset root;

    private EphemeralKeys(Keyset root) {
        this.root = root;
    }

    /** A new root key. */
    public static EphemeralKeys create() {
        return new EphemeralKeys(Keyset.fresh());
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
        return root.wrap(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        try {
            return root.unwrap(wrapped, context);
        } catch (GeneralSecurityException e) {
            throw new WrongKey("This ephemeral root key did not wrap what is stored, or what is stored has changed."
                    + " Data that outlives the process needs a KeysetFile or a key service");
        }
    }
}
