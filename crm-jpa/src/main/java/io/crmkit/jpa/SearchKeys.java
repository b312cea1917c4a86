package io.crmkit.jpa;

import com.google.crypto.tink.subtle.Hkdf;
import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys by which a tenant's sealed values are found: one for each kind of value, derived from an index key that is
 * apart from the identity key. Immutable, thread-safe.
 */
final class SearchKeys {
    /** The version of a tenant's index key; what is found by another one is not found. */
    static final int EPOCH = 1;

    static final String PURPOSE = "index";

    private static final int KEY_BYTES = 32;
    private static final int WORD_BITS = (1 << 20) - 1;
    private static final int PERIOD_SECONDS = 16 * 24 * 60 * 60;
    private static final String MAC = "HmacSHA256";
    private static final ThreadLocal<Mac> HMAC = ThreadLocal.withInitial(SearchKeys::hmac);

    /** What is searched by. */
    enum Field {
        NAME,
        PHONE,
        IDENTIFIER,
        ATTRIBUTE,
        WORD,
        SAME_NAME,
        SAME_ADDRESS,
        SCHEME,
        FACT,
        MOOD
    }

    private final Map<Field, SecretKeySpec> keys = new EnumMap<>(Field.class);

    private final int tenantBits;

    private SearchKeys(TenantId tenant, byte[] index) {
        for (Field field : Field.values()) {
            keys.put(field, new SecretKeySpec(derived(tenant, index, field), MAC));
        }
        tenantBits = ByteBuffer.wrap(hash(Field.WORD, "")).getInt() << 20;
    }

    /** A new index key, wrapped by the root key. */
    static byte[] fresh(KeyService root, TenantId tenant, SecureRandom random) {
        byte[] index = new byte[KEY_BYTES];
        random.nextBytes(index);
        byte[] wrapped = root.wrap(index, TenantKeys.context(tenant, PURPOSE));
        Arrays.fill(index, (byte) 0);
        return wrapped;
    }

    /** The keys as the index key was stored. */
    static SearchKeys open(KeyService root, TenantId tenant, byte[] wrapped) {
        byte[] index = TenantKeys.unwrap(root, tenant, PURPOSE, wrapped);
        SearchKeys opened = new SearchKeys(tenant, index);
        Arrays.fill(index, (byte) 0);
        return opened;
    }

    /** What stands for a value of a field: 64 bits of its keyed hash. */
    long token(Field field, String value) {
        return ByteBuffer.wrap(hash(field, value)).getLong();
    }

    /**
     * What stands for a word of a message: 12 bits that are the tenant's and 20 that are the word's. So the words of
     * tenants lie apart in one index, and several words share a token: what is found is checked.
     */
    int word(String word) {
        return words(Set.of(word))[0];
    }

    /** What stands for words, each once, in order. */
    int[] words(Set<String> words) {
        Mac mac = mac(Field.WORD);
        return words.stream()
                .mapToInt(word -> tenantBits
                        | ByteBuffer.wrap(mac.doFinal(Text.bytes(word))).getInt() >>> 12)
                .sorted()
                .distinct()
                .toArray();
    }

    /** What stands, among the words of a message, for the time at which it was said. See {@code crm_said}. */
    int period(Instant at) {
        return tenantBits | (int) Math.floorDiv(at.getEpochSecond(), PERIOD_SECONDS) & WORD_BITS;
    }

    private byte[] hash(Field field, String value) {
        return mac(field).doFinal(Text.bytes(value));
    }

    /** This thread's: to prepare it costs as much as to hash a word. */
    private Mac mac(Field field) {
        Mac mac = HMAC.get();
        try {
            mac.init(Objects.requireNonNull(keys.get(field)));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + MAC, e);
        }
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance(MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + MAC, e);
        }
    }

    private static byte[] derived(TenantId tenant, byte[] index, Field field) {
        byte[] info = FieldWriter.version(1)
                .text("crmkit search")
                .text(tenant.value())
                .number(EPOCH)
                .word(field)
                .toBytes();
        try {
            return Hkdf.computeHkdf("HMACSHA256", index, new byte[0], info, KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return "SearchKeys";
    }
}
