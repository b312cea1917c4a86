package io.crmkit.jpa;

import io.crmkit.contact.MatchKey;
import io.crmkit.move.LastWord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The last words of a tenant, read for all identifiers that are stored. */
final class Suppressions {
    private static final int PAGE = 500;
    private static final byte[] BEGINNING = new byte[0];

    private final Sql sql;
    private final Sealing sealing;

    Suppressions(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    void words(Consumer<LastWord<MatchKey>> each) {
        boolean any = sql.one(
                        "select 1 from crm_suppression where tenant_id = :tenant fetch first 1 rows only",
                        row -> {},
                        row -> true)
                .isPresent();
        byte[] after = BEGINNING;
        for (List<Hash> page = any ? page(after) : List.<Hash>of(); !page.isEmpty(); page = page(after)) {
            after = page.get(page.size() - 1).bytes();
            List<LastWord<Hash>> words = of(page);
            Map<Hash, MatchKey> keys = IdentityRows.keys(
                    sql, sealing, words.stream().map(LastWord::on).distinct().toList());
            words.stream()
                    .filter(word -> keys.containsKey(word.on()))
                    .forEach(word -> each.accept(new LastWord<>(
                            Objects.requireNonNull(keys.get(word.on())),
                            word.purpose(),
                            word.channel(),
                            word.granted(),
                            word.since())));
        }
    }

    private List<Hash> page(byte[] after) {
        return sql.list("""
                select key_hash from crm_identifier where tenant_id = :tenant and key_hash > ?
                order by tenant_id, key_hash fetch first ? rows only""", row -> row.bytes(after).number(PAGE), row -> new Hash(row.getBytes(1)));
    }

    /** The last words on identifiers, by the hashes these are found by. */
    List<LastWord<Hash>> of(Collection<Hash> identifiers) {
        Map<Hash, Hash> known = new HashMap<>();
        identifiers.forEach(hash -> known.put(sealing.suppressed(hash), hash));
        return known.isEmpty()
                ? List.of()
                : sql.list(
                        """
                        select key_hash, purpose, channel, granted, since from crm_suppression
                        where tenant_id = :tenant and key_hash = any(?)""",
                        row -> row.hashes(sql.vendor(), known.keySet()),
                        row -> new LastWord<>(
                                Objects.requireNonNull(known.get(new Hash(row.getBytes("key_hash")))),
                                Codes.PURPOSE.choice(row.getInt("purpose")),
                                row.getString("channel"),
                                row.getBoolean("granted"),
                                Times.present(row, "since")));
    }
}
