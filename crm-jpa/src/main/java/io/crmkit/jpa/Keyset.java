package io.crmkit.jpa;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.SecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.List;

/** Keys that wrap other keys: the newest wraps, all of them unwrap. Immutable, thread-safe. */
final class Keyset {
    private static final Configuration AEAD = AeadConfig2026.get();
    private static final SecretKeyAccess ACCESS = InsecureSecretKeyAccess.get();

    private final KeysetHandle handle;
    private final Aead aead;

    private Keyset(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(AEAD, Aead.class);
    }

    static Keyset fresh() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-256-GCM", e);
        }
    }

    static Keyset ofJson(String json) throws GeneralSecurityException {
        return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(json, AEAD, ACCESS));
    }

    static Keyset ofBytes(byte[] bytes) throws GeneralSecurityException {
        return new Keyset(TinkProtoKeysetFormat.parseKeyset(bytes, ACCESS, AEAD));
    }

    /** All of them, of which the last wraps. */
    static Keyset joined(List<byte[]> keysets) throws GeneralSecurityException {
        KeysetHandle.Builder joined = KeysetHandle.newBuilder();
        for (byte[] keyset : keysets) {
            KeysetHandle one = ofBytes(keyset).handle;
            for (int i = 0; i < one.size(); i++) {
                joined.addEntry(KeysetHandle.importKey(one.getAt(i).getKey()));
            }
        }
        KeysetHandle.Builder.Entry newest = joined.getAt(joined.size() - 1);
        newest.makePrimary();
        return new Keyset(joined.build());
    }

    /** By which what the newest key wraps is told from what others wrap. */
    int id() {
        return handle.getPrimary().getId();
    }

    boolean has(int id) {
        for (int i = 0; i < handle.size(); i++) {
            if (handle.getAt(i).getId() == id) {
                return true;
            }
        }
        return false;
    }

    String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, AEAD, ACCESS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset cannot be written", e);
        }
    }

    byte[] bytes() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(handle, ACCESS, AEAD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset cannot be written", e);
        }
    }

    byte[] wrap(byte[] key, byte[] context) {
        try {
            return aead.encrypt(key, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be wrapped", e);
        }
    }

    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(wrapped, context);
    }

    @Override
    public String toString() {
        return "Keyset[" + handle.size() + "]";
    }
}
