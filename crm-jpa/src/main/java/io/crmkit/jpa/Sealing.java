package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.ProviderRef;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals, opens and hashes for one unit of work; remembers the data keys it met. */
final class Sealing {
    private final Sql sql;
    private final KeyRing ring;
    private final Map<UUID, DataKey> open = new HashMap<>();
    private final Map<ContactId, DataKey> byContact = new HashMap<>();
    private final Map<InteractionId, DataKey> byInteraction = new HashMap<>();
    private KeyRing.@Nullable Keys keys;

    Sealing(Sql sql, KeyRing ring) {
        this.sql = sql;
        this.ring = ring;
    }

    /** The tenant's keys, made if there are none. */
    private KeyRing.Keys keys() {
        if (keys == null) {
            keys = ring.ensured(sql);
        }
        return keys;
    }

    /** The keys met so far. */
    Optional<KeyRing.Keys> known() {
        return Optional.ofNullable(keys);
    }

    /** Whether the tenant has stored anything, so that there may be something to look up. */
    boolean exists() {
        if (keys == null) {
            keys = ring.existing(sql).orElse(null);
        }
        return keys != null;
    }

    Hash hash(MatchKey key) {
        return new Hash(keys().tenant().hash(key));
    }

    Hash hash(ProviderRef ref) {
        return new Hash(keys().tenant().hash(ref));
    }

    Hash hash(String purpose, byte[]... parts) {
        return new Hash(keys().tenant().hash(purpose, parts));
    }

    /** The data key for what belongs to no contact. */
    DataKey intake() {
        return keys().intake();
    }

    /** A data key as stored. */
    DataKey key(UUID id, byte[] wrapped) {
        return open.computeIfAbsent(
                id,
                unknown -> unknown.equals(KeyRing.INTAKE)
                        ? intake()
                        : keys().tenant().open(unknown, wrapped));
    }

    /** Remembers which key seals what is new of a contact. */
    void remember(ContactId contact, DataKey key) {
        open.put(key.id(), key);
        byContact.put(contact, key);
    }

    /** A new key for a contact, with the id given; to be stored by the caller. */
    DataKey fresh(ContactId contact) {
        DataKey key = keys().tenant().newDataKey(contact.value(), ring.random());
        remember(contact, key);
        return key;
    }

    /** Remembers which key an interaction is sealed with, to seal it with again. */
    void sealedWith(InteractionId interaction, DataKey key) {
        byInteraction.put(interaction, key);
    }

    /** The key an interaction that was recalled is sealed with. */
    DataKey of(InteractionId interaction) {
        DataKey key = byInteraction.get(interaction);
        if (key == null) {
            throw new IllegalStateException("Interaction " + interaction + " was not recalled");
        }
        return key;
    }

    /** The key that seals what is new of a contact. */
    DataKey of(ContactId contact) {
        DataKey known = byContact.get(contact);
        return known != null ? known : load(contact);
    }

    private DataKey load(ContactId contact) {
        DataKey loaded = sql.one(
                        """
                        select k.id, k.wrapped from crm_contact c
                        join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
                        where c.tenant_id = :tenant and c.id = ?""",
                        row -> row.id(contact.value()),
                        row -> key(row.getObject("id", UUID.class), row.getBytes("wrapped")))
                .orElseThrow(() -> new IllegalStateException("Contact " + contact + " has no data key"));
        byContact.put(contact, loaded);
        return loaded;
    }

    static byte[] row(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] utf8(String text) {
        return Text.bytes(text);
    }

    static String text(byte[] utf8) {
        return Text.of(utf8, 0, utf8.length);
    }
}
