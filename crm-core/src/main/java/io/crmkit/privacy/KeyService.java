package io.crmkit.privacy;

/**
 * The port to the host's root key: a keyset file, a cloud key service, a hardware module. It wraps the keys of tenants
 * and never sees data; it is called once per tenant and process, not per row.
 *
 * <p>Contract: {@code unwrap(wrap(key, context), context)} gives the same bytes back; another context, another root key
 * or a changed byte is refused with {@link WrongKey}. A service that cannot be reached throws another
 * {@code CrmException}, never a wrong answer. Thread-safe.
 *
 * @since 0.1
 */
public interface KeyService {
    /**
     * Encrypts a key under the root key, bound to the context.
     *
     * @param key the bytes to protect; the caller may wipe them afterwards
     * @param context authenticated, not secret
     */
    byte[] wrap(byte[] key, byte[] context);

    /**
     * The reverse of {@link #wrap}.
     *
     * @throws WrongKey if the root key, the context or a byte differs
     */
    byte[] unwrap(byte[] wrapped, byte[] context);
}
