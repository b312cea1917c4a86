package io.crmkit.jpa;

import com.google.crypto.tink.subtle.Random;
import io.crmkit.tenant.TenantId;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals the values of one contact, each to its own place: a format byte, 12 random bytes, then AES-256-GCM
 * over the value, authenticated with format, tenant, table, column, row and the key's id. Immutable, thread-safe.
 *
 * <p>The id is the owner's business: the key knows by it that it opens nobody else's values.
 */
final class DataKey {
    private static final byte FORMAT = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEADER_BYTES = 1 + IV_BYTES;
    // Holds classes of the JDK only, so that it keeps no class loader of a host alive.
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(DataKey::cipher);

    private final TenantId tenant;
    private final UUID id;
    private final byte[] idBytes;
    private final byte[] wrapped;
    private final SecretKeySpec key;

    DataKey(TenantId tenant, UUID id, byte[] wrapped, byte[] key) {
        this.tenant = tenant;
        this.id = id;
        this.idBytes = TenantKeys.bytes(id);
        this.wrapped = wrapped.clone();
        this.key = new SecretKeySpec(key, "AES");
    }

    UUID id() {
        return id;
    }

    /** As it is stored, wrapped by the tenant's key. */
    byte[] wrapped() {
        return wrapped.clone();
    }

    byte[] seal(String table, String column, byte[] row, byte[] plain) {
        // Not an injected source of randomness: one that repeats would reveal the values and the key that proves them.
        byte[] iv = Random.randBytes(IV_BYTES);
        byte[] sealed = new byte[HEADER_BYTES + plain.length + TAG_BYTES];
        sealed[0] = FORMAT;
        System.arraycopy(iv, 0, sealed, 1, IV_BYTES);
        Cipher cipher = CIPHER.get();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, iv));
            cipher.updateAAD(place(table, column, row));
            cipher.doFinal(plain, 0, plain.length, sealed, HEADER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value cannot be sealed", e);
        }
        return sealed;
    }

    /** @throws SealBroken if the value was not sealed with this key to this place */
    byte[] unseal(String table, String column, byte[] row, byte[] sealed) {
        if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] != FORMAT) {
            throw broken(table, column);
        }
        Cipher cipher = CIPHER.get();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, sealed, 1, IV_BYTES));
            cipher.updateAAD(place(table, column, row));
            return cipher.doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (GeneralSecurityException e) {
            throw broken(table, column);
        }
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }

    private byte[] place(String table, String column, byte[] row) {
        return FieldWriter.version(FORMAT)
                .text(tenant.value())
                .text(table)
                .text(column)
                .bytes(row)
                .bytes(idBytes)
                .toBytes();
    }

    private SealBroken broken(String table, String column) {
        return new SealBroken("A value of " + table + "." + column + " of tenant " + tenant);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }
}
