package io.crmkit.benchmarks;

import io.crmkit.benchmarks.Traffic.Sample;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and hashes as the library does, with the JDK and nothing around it: the floors owe the same protection. */
final class FloorSeal {
    /** What the library's format needs besides text, JSON and id, so that the sealed bodies are equally long. */
    private static final int FIELDS = 12;

    private static final SecretKeySpec MASTER = new SecretKeySpec(new byte[32], "AES");
    private static final SecretKeySpec HASHING = new SecretKeySpec(new byte[32], "HmacSHA256");
    private static final ThreadLocal<FloorSeal> MINE = ThreadLocal.withInitial(FloorSeal::new);

    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    private final Cipher cipher;
    private final Mac mac;
    private final SecureRandom random = new SecureRandom();

    private FloorSeal() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            mac = Mac.getInstance("HmacSHA256");
            mac.init(HASHING);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** This thread's. */
    static FloorSeal mine() {
        return MINE.get();
    }

    byte[] newKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    byte[] hash(String value) {
        return Arrays.copyOf(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), 16);
    }

    byte[] body(SecretKeySpec key, String tenant, UUID id, Sample sample) {
        byte[] plain = (sample.providerId() + sample.text() + sample.raw() + " ".repeat(FIELDS))
                .getBytes(StandardCharsets.UTF_8);
        return seal(key, "crm_interaction body " + tenant + id, plain);
    }

    /** What the words of a text are found by, as PostgreSQL writes an array. */
    String words(String text) {
        return Arrays.stream(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)))
                .map(word -> ByteBuffer.wrap(mac.doFinal(word.getBytes(StandardCharsets.UTF_8)))
                        .getInt())
                .distinct()
                .map(Object::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    byte[] wrap(byte[] key, UUID id) {
        return seal(MASTER, "data key " + id, key);
    }

    SecretKeySpec unwrap(byte[] wrapped, UUID id) throws GeneralSecurityException {
        cipher.init(Cipher.DECRYPT_MODE, MASTER, new GCMParameterSpec(128, wrapped, 1, 12));
        cipher.updateAAD(("data key " + id).getBytes(StandardCharsets.UTF_8));
        return new SecretKeySpec(cipher.doFinal(wrapped, 13, wrapped.length - 13), "AES");
    }

    byte[] seal(SecretKeySpec key, String place, byte[] plain) {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(13 + sealed.length)
                    .put((byte) 1)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value cannot be sealed", e);
        }
    }
}
