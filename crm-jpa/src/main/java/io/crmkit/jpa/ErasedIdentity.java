package io.crmkit.jpa;

import io.crmkit.capture.Tombstones.Tombstone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what identifiers some contacts had, and every statement about that. An identifier that somebody else had as
 * well stays theirs, for their time.
 */
final class ErasedIdentity {
    private static final String CONFLICT = "crm_identity_conflict";

    private final Sql sql;
    private final Sealing sealing;
    private final Set<UUID> family;
    private final Instant at;
    private final ObjIntConsumer<String> gone;

    /** @param gone is told how many rows of a table went */
    ErasedIdentity(Sql sql, Sealing sealing, Set<UUID> family, Instant at, ObjIntConsumer<String> gone) {
        this.sql = sql;
        this.sealing = sealing;
        this.family = family;
        this.at = at;
        this.gone = gone;
    }

    /** Who had an identifier until when; null where it lasts, and where nobody is known. */
    private record Held(@Nullable Instant until, @Nullable UUID contact) {}

    private record Member(Hash statement, Hash key, Instant at) {}

    /** The identifiers that contacts hold or held. */
    static Set<Hash> keysOf(Sql sql, Collection<UUID> contacts) {
        return new LinkedHashSet<>(
                sql.list("""
                select key_hash from crm_identifier where tenant_id = :tenant and contact_id = any(?)
                union select key_hash from crm_holding where tenant_id = :tenant and contact_id = any(?)""", row -> row.ids(contacts).ids(contacts), row -> new Hash(row.getBytes(1))));
    }

    /** Forgets; of each identifier, when it was theirs. */
    Map<Hash, List<Tombstone>> forget(Set<Hash> keys) {
        Map<Hash, List<Held>> holdings = holdings(keys);
        Map<Hash, List<Tombstone>> theirs = new LinkedHashMap<>();
        Set<Hash> ownerless = new LinkedHashSet<>();
        holdings.forEach((key, times) -> {
            theirs.put(key, tombstones(times));
            if (times.stream().allMatch(time -> time.contact() == null || theirs(time))) {
                ownerless.add(key);
            } else if (theirs(times.get(times.size() - 1))) {
                giveUp(
                        key,
                        times.size() == 1 ? null : times.get(times.size() - 2).until());
            }
        });
        forgetUpdates(holdings);
        ownerless.addAll(forgetStatements(theirs, ownerless));
        delete("crm_identifier", "key_hash", ownerless);
        delete("crm_holding", "key_hash", ownerless);
        sql.update(
                "update crm_holding set contact_id = null where tenant_id = :tenant and contact_id = any(?)",
                row -> row.ids(family));
        gone.accept(CONFLICT, sql.update("""
                        delete from crm_identity_conflict
                        where tenant_id = :tenant and (one_id = any(?) or other_id = any(?))""", row -> row.ids(family).ids(family)));
        return theirs;
    }

    private boolean theirs(Held time) {
        return time.contact() != null && family.contains(time.contact());
    }

    private List<Tombstone> tombstones(List<Held> times) {
        List<Tombstone> tombstones = new ArrayList<>();
        Instant after = null;
        for (Held time : times) {
            if (theirs(time)) {
                tombstones.add(new Tombstone(after, Objects.requireNonNullElse(time.until(), at)));
            }
            after = time.until();
        }
        return tombstones;
    }

    private Map<Hash, List<Held>> holdings(Collection<Hash> keys) {
        Map<Hash, List<Held>> holdings = new LinkedHashMap<>();
        sql.list(
                """
                select key_hash, until_at, contact_id from crm_holding
                where tenant_id = :tenant and key_hash = any(?) order by tenant_id, key_hash, until_at""", row -> row.hashes(sql.vendor(), keys), row -> held(holdings, row, Times.present(row, "until_at")));
        sql.list(
                "select key_hash, contact_id from crm_identifier where tenant_id = :tenant and key_hash = any(?)",
                row -> row.hashes(sql.vendor(), keys),
                row -> held(holdings, row, null));
        return holdings;
    }

    private static boolean held(Map<Hash, List<Held>> holdings, ResultSet row, @Nullable Instant until)
            throws SQLException {
        return holdings.computeIfAbsent(new Hash(row.getBytes("key_hash")), key -> new ArrayList<>())
                .add(new Held(until, row.getObject("contact_id", UUID.class)));
    }

    /** Somebody had it before them, so it stays, sealed with no key of theirs. */
    private void giveUp(Hash key, @Nullable Instant since) {
        IdentifierCodec.Matched opened = Objects.requireNonNull(
                IdentityRows.opened(sql, sealing, List.of(key)).get(key));
        IdentityRows.Stored again = IdentityRows.seal(opened.key(), opened.identifier(), null, sealing);
        sql.update(
                """
                update crm_identifier set contact_id = null, held_since = ?, data_key_id = ?, sealed = ?
                where tenant_id = :tenant and key_hash = ?""",
                row -> row.time(since)
                        .id(again.key().id())
                        .bytes(again.sealed())
                        .bytes(key.bytes()));
    }

    /** Updates that wait for a message and came by an identifier that was theirs to the last. */
    private void forgetUpdates(Map<Hash, List<Held>> holdings) {
        List<Hash> held = new ArrayList<>();
        holdings.forEach((key, times) -> {
            if (theirs(times.get(times.size() - 1))) {
                held.add(key);
            }
        });
        delete("crm_pending_update", "route_hash", held);
    }

    private void delete(String table, String column, Collection<Hash> hashes) {
        gone.accept(
                table,
                sql.update(
                        "delete from " + table + " where " + column + " = any(?) and tenant_id = :tenant",
                        row -> row.hashes(sql.vendor(), hashes)));
    }

    /** What was said of them; and the identifiers that were said with theirs and are nobody's, which nothing tells of. */
    private Set<Hash> forgetStatements(Map<Hash, List<Tombstone>> theirs, Set<Hash> ownerless) {
        Set<Hash> statements = new LinkedHashSet<>();
        members("m.key_hash", theirs.keySet()).stream()
                .filter(member -> ownerless.contains(member.key())
                        || theirs.getOrDefault(member.key(), List.of()).stream()
                                .anyMatch(time -> time.covers(member.at())))
                .forEach(member -> statements.add(member.statement()));
        Set<Hash> stated = new LinkedHashSet<>();
        members("m.statement_id", statements).forEach(member -> stated.add(member.key()));
        delete(CONFLICT, "statement_id", statements);
        delete("crm_identity_member", "statement_id", statements);
        delete("crm_identity_statement", "id", statements);
        members("m.key_hash", stated).forEach(member -> stated.remove(member.key()));
        holdings(stated).forEach((key, times) -> {
            if (times.stream().anyMatch(time -> time.contact() != null)) {
                stated.remove(key);
            }
        });
        return stated;
    }

    private List<Member> members(String column, Collection<Hash> hashes) {
        return sql.list(
                """
                select m.statement_id, m.key_hash, s.stated_at from crm_identity_member m
                join crm_identity_statement s on s.tenant_id = m.tenant_id and s.id = m.statement_id
                where m.tenant_id = :tenant and\s""" + column + " = any(?)",
                row -> row.hashes(sql.vendor(), hashes),
                row -> new Member(
                        new Hash(row.getBytes("statement_id")),
                        new Hash(row.getBytes("key_hash")),
                        Times.present(row, "stated_at")));
    }
}
