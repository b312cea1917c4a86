package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.Pair;
import io.crmkit.duplicate.Dismissals;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is said not to be a duplicate, in the database. */
final class JpaDismissals implements Dismissals {
    private final Sql sql;
    private final Sealing sealing;

    JpaDismissals(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public void add(Pair pair, String evidence, String actor, Instant at) {
        // Held, so that two who say it at once do not both add it.
        ContactRows.lock(sql, List.of(pair.one(), pair.other()));
        sql.update(
                "delete from crm_not_duplicate where tenant_id = :tenant and one_id = ? and other_id = ?",
                row -> row.id(pair.one().value()).id(pair.other().value()));
        sql.update(
                """
                insert into crm_not_duplicate (tenant_id, one_id, other_id, evidence, dismissed_by, dismissed_at)
                values (:tenant, ?, ?, ?, ?, ?)""",
                row -> row.id(pair.one().value())
                        .id(pair.other().value())
                        .bytes(hash(evidence).bytes())
                        .text(actor)
                        .time(at));
    }

    @Override
    public Set<Pair> among(Map<Pair, String> evidence) {
        Set<Pair> dismissed = new HashSet<>();
        sql.list(
                """
                select one_id, other_id, evidence from crm_not_duplicate
                where tenant_id = :tenant and one_id = any(?) and other_id = any(?)""",
                row -> row.ids(evidence.keySet().stream()
                                .map(pair -> pair.one().value())
                                .toList())
                        .ids(evidence.keySet().stream()
                                .map(pair -> pair.other().value())
                                .toList()),
                row -> {
                    Pair pair = new Pair(
                            new ContactId(row.getObject(1, UUID.class)), new ContactId(row.getObject(2, UUID.class)));
                    String now = evidence.get(pair);
                    return now != null && hash(now).equals(new Hash(row.getBytes(3))) && dismissed.add(pair);
                });
        return dismissed;
    }

    private Hash hash(String evidence) {
        return sealing.hash("not-duplicate", Sealing.utf8(evidence));
    }
}
