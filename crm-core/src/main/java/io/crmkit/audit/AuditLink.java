package io.crmkit.audit;

import io.crmkit.contact.ContactId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * An entry in its place in the chain.
 *
 * @param place from 1, without gaps
 * @param seal SHA-256, in hexadecimal digits, of the seal before it, the place and the entry with its contacts
 * @since 0.1
 */
public record AuditLink(long place, String seal, AuditEntry entry) {
    /** The seal before the first. */
    public static final String GENESIS = "0".repeat(64);

    /** The link that an entry is behind a seal. */
    public static AuditLink behind(String seal, long place, AuditEntry entry) {
        return new AuditLink(place, hash(seal, place, entry), entry);
    }

    /** Whether it stands behind a seal and nothing of it was changed. */
    boolean follows(String before) {
        return seal.equals(hash(before, place, entry));
    }

    private static String hash(String before, long place, AuditEntry entry) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(before));
        digest.update(ByteBuffer.allocate(20)
                .putLong(place)
                .putLong(entry.at().getEpochSecond())
                .putInt(entry.at().getNano())
                .flip());
        id(digest, entry.id());
        text(digest, entry.actor());
        text(digest, entry.role());
        text(digest, entry.action());
        text(digest, entry.outcome().name());
        text(digest, entry.fields());
        text(digest, entry.purpose());
        text(digest, entry.request());
        text(digest, entry.filter());
        digest.update(ByteBuffer.allocate(8)
                .putInt(entry.count())
                .putInt(entry.contacts().size())
                .flip());
        for (ContactId contact : entry.contacts()) {
            id(digest, contact.value());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void id(MessageDigest digest, UUID id) {
        digest.update(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    /** With its length, so that no two rows of texts are the same bytes. */
    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
