package io.crmkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether Meta sent a body: {@code sha256=} and the HMAC of its raw bytes in lower-case hexadecimal, as Meta
 * writes it and not otherwise.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;
    private final boolean unchecked;

    private Signature(List<SecretKeySpec> keys, boolean unchecked) {
        this.keys = keys;
        this.unchecked = unchecked;
    }

    static Signature with(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("appSecrets must be at least one, and none blank");
        }
        return new Signature(
                secrets.stream()
                        .map(secret -> new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM))
                        .toList(),
                false);
    }

    static Signature unchecked() {
        return new Signature(List.of(), true);
    }

    boolean accepts(byte[] body, @Nullable String header) {
        if (unchecked) {
            return true;
        }
        byte[] told = header == null ? new byte[0] : header.getBytes(UTF_8);
        boolean accepted = false;
        for (SecretKeySpec key : keys) {
            // Every secret is tried, so that the time does not tell which one fits.
            accepted |= MessageDigest.isEqual(expected(key, body), told);
        }
        return accepted;
    }

    private static byte[] expected(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return ("sha256=" + HexFormat.of().formatHex(mac.doFinal(body))).getBytes(UTF_8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }
}
