package io.crmkit.jpa;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.ProviderRef;

/** Updates that wait, as sealed rows: by the hash of their message and a hash of what they say. */
final class PendingRows {
    private static final String TABLE = "crm_pending_update";

    private PendingRows() {}

    /** One row as stored. */
    record Stored(ParkedUpdate update, Hash target, Hash digest, byte[] sealed, Hash route) {}

    static Stored seal(ParkedUpdate update, MatchKey route, Sealing sealing) {
        ProviderRef ref = update.target();
        Hash target = sealing.hash(ref);
        // Received again later it says the same, so the time of receipt is no part of what it says.
        ParkedUpdate said = new ParkedUpdate(
                ref, update.update(), update.told(), update.update().at());
        Hash digest = sealing.hash("pending", UpdateCodec.encode(said));
        byte[] sealed = sealing.intake().seal(TABLE, "sealed", row(target, digest), UpdateCodec.encode(update));
        return new Stored(update, target, digest, sealed, sealing.hash(route));
    }

    static ParkedUpdate open(DataKey key, byte[] target, byte[] digest, byte[] sealed) {
        return UpdateCodec.decode(key.unseal(TABLE, "sealed", row(new Hash(target), new Hash(digest)), sealed));
    }

    private static byte[] row(Hash target, Hash digest) {
        byte[] row = new byte[target.bytes().length + digest.bytes().length];
        System.arraycopy(target.bytes(), 0, row, 0, target.bytes().length);
        System.arraycopy(digest.bytes(), 0, row, target.bytes().length, digest.bytes().length);
        return row;
    }
}
