package io.crmkit.jpa;

import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which a tenant remembers who is not to be sent anything, apart from every other: what it stands for is
 * kept when a person is erased. Immutable, thread-safe.
 */
final class SuppressionKey {
    static final String PURPOSE = "suppression";

    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 16;
    private static final String MAC = "HmacSHA256";

    private static final ThreadLocal<Mac> HMAC = ThreadLocal.withInitial(SuppressionKey::hmac);

    private final SecretKeySpec key;

    private SuppressionKey(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    /** A new key, wrapped by the root key. */
    static byte[] fresh(KeyService root, TenantId tenant, SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] wrapped = root.wrap(key, TenantKeys.context(tenant, PURPOSE));
        Arrays.fill(key, (byte) 0);
        return wrapped;
    }

    static SuppressionKey open(KeyService root, TenantId tenant, byte[] wrapped) {
        byte[] key = TenantKeys.unwrap(root, tenant, PURPOSE, wrapped);
        SuppressionKey opened = new SuppressionKey(key);
        Arrays.fill(key, (byte) 0);
        return opened;
    }

    /** Of the hash by which an identifier is found, so that it can be made where only that is left. */
    Hash hash(Hash identifier) {
        Mac mac = HMAC.get();
        try {
            mac.init(key);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(MAC + " refuses its key", e);
        }
        return new Hash(Arrays.copyOf(mac.doFinal(identifier.bytes()), HASH_BYTES));
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance(MAC);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return "SuppressionKey";
    }
}
