package io.crmkit.jpa;

import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.privacy.KeyService;
import io.crmkit.privacy.WrongKey;
import io.crmkit.tenant.TenantId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one tenant: those that wrap data keys, of which the newest wraps what is new, and one key for the hashes by
 * which identifiers and messages are found, which never changes. Immutable, thread-safe.
 */
final class TenantKeys {
    /** The version of the first key that wraps. */
    static final int FIRST = 1;

    private static final int FORMAT = 1;
    private static final int HASH_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final ThreadLocal<Mac> HMAC = ThreadLocal.withInitial(TenantKeys::hmac);

    private final TenantId tenant;
    private final int version;
    private final Keyset seal;
    private final SecretKeySpec identity;

    private TenantKeys(TenantId tenant, int version, Keyset seal, SecretKeySpec identity) {
        this.tenant = tenant;
        this.version = version;
        this.seal = seal;
        this.identity = identity;
    }

    /** Keys as they are stored, each wrapped by the root key: of those that wrap, each version, and that of hashes. */
    record Wrapped(SortedMap<Integer, byte[]> seals, byte[] identity) {
        @Override
        public String toString() {
            return "Wrapped";
        }
    }

    /** New keys for a tenant that has none. */
    static Wrapped fresh(KeyService root, TenantId tenant, SecureRandom random) {
        byte[] seal = Keyset.fresh().bytes();
        byte[] identity = new byte[KEY_BYTES];
        random.nextBytes(identity);
        Wrapped wrapped = new Wrapped(
                new TreeMap<>(Map.of(FIRST, root.wrap(seal, context(tenant, seal(FIRST))))),
                root.wrap(identity, context(tenant, "identity")));
        Arrays.fill(seal, (byte) 0);
        Arrays.fill(identity, (byte) 0);
        return wrapped;
    }

    /** A newer key to wrap with, itself wrapped by the root key. */
    byte[] newer(KeyService root) {
        Keyset newer = Keyset.fresh();
        // By their ids it is told which of them unwraps.
        while (seal.has(newer.id())) {
            newer = Keyset.fresh();
        }
        byte[] bytes = newer.bytes();
        byte[] wrapped = root.wrap(bytes, context(tenant, seal(version + 1)));
        Arrays.fill(bytes, (byte) 0);
        return wrapped;
    }

    /**
     * The keys as they were stored.
     *
     * @throws WrongKey if the root key is not the one they were wrapped with, or they are another tenant's
     */
    static TenantKeys open(KeyService root, TenantId tenant, Wrapped wrapped) {
        List<byte[]> seals = new ArrayList<>();
        wrapped.seals().forEach((version, seal) -> seals.add(unwrap(root, tenant, seal(version), seal)));
        byte[] identity = unwrap(root, tenant, "identity", wrapped.identity());
        try {
            if (identity.length != KEY_BYTES) {
                throw new GeneralSecurityException();
            }
            int newest = wrapped.seals().lastKey();
            return new TenantKeys(tenant, newest, Keyset.joined(seals), new SecretKeySpec(identity, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new WrongKey("The key service gave something else than the keys of tenant " + tenant);
        } finally {
            seals.forEach(seal -> Arrays.fill(seal, (byte) 0));
            Arrays.fill(identity, (byte) 0);
        }
    }

    /** Of the key that wraps what is new. */
    int version() {
        return version;
    }

    /** A data key as it was stored, wrapped by the newest key. */
    byte[] rewrap(UUID id, byte[] wrapped) {
        try {
            byte[] key = seal.unwrap(wrapped, context(id));
            byte[] again = seal.wrap(key, context(id));
            Arrays.fill(key, (byte) 0);
            return again;
        } catch (GeneralSecurityException e) {
            throw broken(id);
        }
    }

    /** By which an identifier is found. */
    byte[] hash(MatchKey key) {
        return hash(
                purpose("match-key").text(key.scheme().name()).text(key.scope()).text(key.key()));
    }

    /** By which a message is found. */
    byte[] hash(ProviderRef ref) {
        ChannelAccount account = ref.account();
        return hash(purpose("provider-ref")
                .text(account.channel())
                .text(account.account())
                .text(ref.id()));
    }

    /**
     * Of anything else that is to be found without being stored. Other purposes and other parts give other hashes; the
     * purposes {@code match-key} and {@code provider-ref} are taken.
     */
    byte[] hash(String purpose, byte[]... parts) {
        FieldWriter input = purpose(purpose);
        for (byte[] part : parts) {
            input.bytes(part);
        }
        return hash(input);
    }

    DataKey newDataKey(UUID id, SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        DataKey made = new DataKey(tenant, id, seal.wrap(key, context(id)), key);
        Arrays.fill(key, (byte) 0);
        return made;
    }

    /**
     * A data key as it was stored.
     *
     * @throws SealBroken if it is another's or was changed
     */
    DataKey open(UUID id, byte[] wrapped) {
        try {
            byte[] key = seal.unwrap(wrapped, context(id));
            DataKey opened = new DataKey(tenant, id, wrapped, key);
            Arrays.fill(key, (byte) 0);
            return opened;
        } catch (GeneralSecurityException e) {
            throw broken(id);
        }
    }

    private SealBroken broken(UUID id) {
        return new SealBroken("Data key " + id + " of tenant " + tenant);
    }

    @Override
    public String toString() {
        return "TenantKeys[" + tenant + "]";
    }

    private static FieldWriter purpose(String purpose) {
        return FieldWriter.version(FORMAT).text(purpose);
    }

    private byte[] hash(FieldWriter input) {
        Mac mac = HMAC.get();
        try {
            mac.init(identity);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HmacSHA256 refuses its key", e);
        }
        return Arrays.copyOf(mac.doFinal(input.toBytes()), HASH_BYTES);
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    static byte[] unwrap(KeyService root, TenantId tenant, String purpose, byte[] wrapped) {
        try {
            return root.unwrap(wrapped, context(tenant, purpose));
        } catch (WrongKey e) {
            throw new WrongKey("The keys of tenant " + tenant + " do not open with this root key", e);
        }
    }

    /** What a key that wraps is for; each version by itself, so that none takes the place of another. */
    private static String seal(int version) {
        return version == FIRST ? "seal" : "seal " + version;
    }

    static byte[] context(TenantId tenant, String purpose) {
        return FieldWriter.version(FORMAT)
                .text("crmkit tenant key")
                .text(tenant.value())
                .text(purpose)
                .toBytes();
    }

    private byte[] context(UUID dataKey) {
        return FieldWriter.version(FORMAT)
                .text("crmkit data key")
                .text(tenant.value())
                .bytes(bytes(dataKey))
                .toBytes();
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
