package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identifiers and statements as rows: by keyed hashes, the values sealed. */
final class IdentityRows {
    static final String TABLE = "crm_identifier";

    private static final byte[] NOW = {1};
    private static final byte[] BEFORE = {2};
    private static final byte[] LISTED = {3};

    private IdentityRows() {}

    /** The same statement has the same hash, whenever it is made; what counts each time has one for each. */
    static Hash hash(IdentityStatement statement, Sealing sealing) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(NOW);
        sorted(statement.now(), sealing).forEach(hash -> parts.add(hash.bytes()));
        parts.add(BEFORE);
        sorted(statement.before(), sealing).forEach(hash -> parts.add(hash.bytes()));
        if (statement.listed()) {
            parts.add(LISTED);
        }
        if (statement.countsEachTime()) {
            parts.add(ByteBuffer.allocate(12)
                    .putLong(statement.at().getEpochSecond())
                    .putInt(statement.at().getNano())
                    .array());
        }
        return sealing.hash("statement", parts.toArray(byte[][]::new));
    }

    private static List<Hash> sorted(Set<MatchKey> keys, Sealing sealing) {
        return keys.stream().map(sealing::hash).sorted().toList();
    }

    /** One identifier to be stored. */
    record Stored(Hash hash, @Nullable ContactId contact, DataKey key, byte[] sealed) {}

    static Stored seal(MatchKey key, Identifier identifier, @Nullable ContactId holder, Sealing sealing) {
        Hash hash = sealing.hash(key);
        DataKey dataKey = holder == null ? sealing.intake() : sealing.of(holder);
        byte[] plain = IdentifierCodec.encode(new IdentifierCodec.Matched(identifier, key));
        return new Stored(hash, holder, dataKey, dataKey.seal(TABLE, "sealed", hash.bytes(), plain));
    }

    static IdentifierCodec.Matched open(DataKey key, byte[] hash, byte[] sealed) {
        return IdentifierCodec.decode(key.unseal(TABLE, "sealed", hash, sealed));
    }

    /** The keys that hashes stand for, as far as they are stored. */
    static Map<Hash, MatchKey> keys(Sql sql, Sealing sealing, Collection<Hash> hashes) {
        Map<Hash, MatchKey> keys = new HashMap<>();
        opened(sql, sealing, hashes).forEach((hash, matched) -> keys.put(hash, matched.key()));
        return keys;
    }

    /** The identifiers that hashes stand for, as far as they are stored. */
    static Map<Hash, IdentifierCodec.Matched> opened(Sql sql, Sealing sealing, Collection<Hash> hashes) {
        Map<Hash, IdentifierCodec.Matched> opened = new HashMap<>();
        if (!hashes.isEmpty()) {
            sql.list("""
                    select i.key_hash, i.sealed, k.id as data_key, k.wrapped from crm_identifier i
                    join crm_data_key k on k.tenant_id = i.tenant_id and k.id = i.data_key_id
                    where i.tenant_id = :tenant and i.key_hash = any(?)""", row -> row.hashes(sql.vendor(), hashes), row -> {
                byte[] hash = row.getBytes("key_hash");
                DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
                return opened.put(new Hash(hash), open(key, hash, row.getBytes("sealed")));
            });
        }
        return opened;
    }

    /** The identifiers that contacts hold now, by contact. */
    static Map<UUID, List<Identifier>> heldBy(Sql sql, Sealing sealing, List<UUID> contacts) {
        Map<UUID, List<Identifier>> identifiers = new HashMap<>();
        if (contacts.isEmpty()) {
            return identifiers;
        }
        sql.list(
                """
                select i.contact_id, i.key_hash, i.sealed, k.id as data_key, k.wrapped from crm_identifier i
                join crm_data_key k on k.tenant_id = i.tenant_id and k.id = i.data_key_id
                where i.tenant_id = :tenant and i.contact_id = any(?)""",
                row -> row.ids(contacts),
                row -> identifiers
                        .computeIfAbsent(row.getObject("contact_id", UUID.class), id -> new ArrayList<>())
                        .add(open(
                                        sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped")),
                                        row.getBytes("key_hash"),
                                        row.getBytes("sealed"))
                                .identifier()));
        return identifiers;
    }

    /** Adds identifiers nobody stored yet. */
    static void add(Sql sql, Collection<Stored> identifiers) {
        sql.each(
                "insert into crm_identifier (tenant_id, key_hash, contact_id, data_key_id, sealed)"
                        + " values (:tenant, ?, ?, ?, ?)",
                identifiers,
                (row, each) -> row.bytes(each.hash().bytes())
                        .id(each.contact() == null ? null : each.contact().value())
                        .id(each.key().id())
                        .bytes(each.sealed()));
    }

    /** Keeps statements at the earliest of their times, and their identifiers. */
    static void keep(Sql sql, Sealing sealing, Map<IdentityStatement, Map<MatchKey, Identifier>> statements) {
        for (Map.Entry<IdentityStatement, Map<MatchKey, Identifier>> entry : statements.entrySet()) {
            keep(sql, sealing, entry.getKey(), entry.getValue());
        }
    }

    private static void keep(
            Sql sql, Sealing sealing, IdentityStatement statement, Map<MatchKey, Identifier> identifiers) {
        if (statement.trivial()) {
            addMissing(sql, sealing, identifiers);
            return;
        }
        byte[] id = hash(statement, sealing).bytes();
        Optional<Instant> known = sql.one(
                "select stated_at from crm_identity_statement where tenant_id = :tenant and id = ?",
                row -> row.bytes(id),
                row -> Times.present(row, "stated_at"));
        if (known.isPresent()) {
            lower(sql, id, known.get(), statement.at());
            return;
        }
        addMissing(sql, sealing, identifiers);
        sql.update(
                "insert into crm_identity_statement (tenant_id, id, stated_at, listed) values (:tenant, ?, ?, ?)",
                row -> row.bytes(id).time(statement.at()).flag(statement.listed()));
        member(sql, sealing, statement.now(), id, false);
        member(sql, sealing, statement.before(), id, true);
    }

    private static void lower(Sql sql, byte[] id, Instant known, Instant at) {
        if (at.isBefore(known)) {
            sql.update(
                    "update crm_identity_statement set stated_at = ? where tenant_id = :tenant and id = ?",
                    row -> row.time(at).bytes(id));
        }
    }

    private static void member(Sql sql, Sealing sealing, Set<MatchKey> keys, byte[] statement, boolean former) {
        sql.each(
                "insert into crm_identity_member (tenant_id, key_hash, statement_id, former) values (:tenant, ?, ?, ?)",
                keys,
                (row, key) ->
                        row.bytes(sealing.hash(key).bytes()).bytes(statement).flag(former));
    }

    private static void addMissing(Sql sql, Sealing sealing, Map<MatchKey, Identifier> identifiers) {
        Set<Hash> stored = Set.copyOf(sql.list(
                "select key_hash from crm_identifier where tenant_id = :tenant and key_hash = any(?)",
                row -> row.hashes(
                        sql.vendor(),
                        identifiers.keySet().stream().map(sealing::hash).toList()),
                row -> new Hash(row.getBytes(1))));
        List<Stored> missing = new ArrayList<>();
        identifiers.forEach((key, identifier) -> {
            if (!stored.contains(sealing.hash(key))) {
                missing.add(seal(key, identifier, null, sealing));
            }
        });
        add(sql, missing);
    }
}
