package io.crmkit.jpa;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import io.crmkit.capture.Overtaken;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.MatchKey;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.ProviderRef;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals, opens and hashes for one unit of work; remembers the data keys it met. */
final class Sealing {
    /** So many data keys are remembered. */
    private static final int MOST = 4_096;

    private final Sql sql;
    private final KeyRing ring;
    // Who reads everybody meets every data key there is.
    private final Map<UUID, DataKey> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DataKey> eldest) {
            return size() > MOST;
        }
    };
    private final Map<ContactId, DataKey> byContact = new HashMap<>();
    private final Map<ContactId, Integer> epochs = new HashMap<>();
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

    /** By which sealed values are found. */
    SearchKeys search() {
        return keys().search();
    }

    /** What stands for an identifier where it is suppressed. */
    Hash suppressed(Hash identifier) {
        return keys().suppression().hash(identifier);
    }

    /** What stands for the value of an attribute. */
    long attribute(String name, AttributeValue value) {
        return search().token(SearchKeys.Field.ATTRIBUTE, name + "=" + value.canonical());
    }

    /** What stands for what facts of a type say what about. */
    long fact(FactType type, String key) {
        return search().token(SearchKeys.Field.FACT, type.name() + "=" + key);
    }

    /** What stands for the mood of a message. */
    long mood(Sentiment sentiment) {
        return search().token(SearchKeys.Field.MOOD, sentiment.name());
    }

    /** The data key for what belongs to no contact. */
    DataKey intake() {
        return keys().intake();
    }

    /** A data key as stored. */
    DataKey key(UUID id, byte[] wrapped) {
        DataKey known = open.get(id);
        if (known == null) {
            known = id.equals(KeyRing.INTAKE) ? intake() : opened(id, wrapped);
            open.put(id, known);
        }
        return known;
    }

    private DataKey opened(UUID id, byte[] wrapped) {
        try {
            return keys().tenant().open(id, wrapped);
        } catch (SealBroken broken) {
            if (!renewed()) {
                throw broken;
            }
            return keys().tenant().open(id, wrapped);
        }
    }

    /** Whether there are newer keys than those known, which are known from now on. */
    boolean renewed() {
        int known = keys().version();
        ring.read(sql).filter(now -> now.version() > known).ifPresent(now -> {
            keys = now;
            // Somebody else's, who has committed; this transaction makes none but a tenant's first.
            ring.keep(sql.tenant(), now);
        });
        return keys().version() > known;
    }

    /** The version of the key that wraps new data keys. */
    int version() {
        return keys().version();
    }

    /** Remembers which key seals what is new of a contact, and as of which epoch the contact is known. */
    void remember(ContactId contact, DataKey key, int epoch) {
        open.put(key.id(), key);
        byContact.put(contact, key);
        epochs.put(contact, epoch);
    }

    /** Notes that what belongs to a contact was decided anew, so that nobody adds to it on older knowledge. */
    void renew(ContactId contact) {
        sql.update(
                "update crm_contact_activity set epoch = epoch + 1 where tenant_id = :tenant and contact_id = ?",
                row -> row.id(contact.value()));
        epochs.computeIfPresent(contact, (c, epoch) -> epoch + 1);
    }

    /** Notes that this unit of work raised a contact's epoch. */
    void risen(ContactId contact) {
        epochs.merge(contact, 1, Integer::sum);
    }

    /** As of which epoch a contact is known. */
    int epoch(ContactId contact) {
        of(contact);
        return epochs.getOrDefault(contact, 0);
    }

    /** A new key for a contact, with the id given; to be stored by the caller. */
    DataKey fresh(ContactId contact) {
        DataKey key = keys().tenant().newDataKey(contact.value(), ring.random());
        remember(contact, key, 0);
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
        sql.list("""
                select k.id, k.wrapped, a.epoch from crm_contact c
                join crm_contact_activity a on a.tenant_id = c.tenant_id and a.contact_id = c.id
                join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
                where c.tenant_id = :tenant and c.id = ?""", row -> row.id(contact.value()), row -> {
            DataKey key = key(row.getObject("id", UUID.class), row.getBytes("wrapped"));
            remember(contact, key, row.getInt("epoch"));
            return key;
        });
        DataKey loaded = byContact.get(contact);
        if (loaded == null) {
            throw new Overtaken("Contact " + contact + " is not there any more");
        }
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
