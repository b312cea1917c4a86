package io.crmkit.jpa;

import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Timelines.Cursor;
import io.crmkit.search.SearchIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what was said by keyed hashes of its words. */
final class JpaSearchIndex implements SearchIndex {
    /** More words than these do not make candidates fewer. */
    private static final int MOST_WORDS = 8;

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final Sql sql;
    private final Sealing sealing;
    private final JpaTimelines timelines;
    private final IndexRebuild rebuild;

    JpaSearchIndex(Sql sql, Sealing sealing, JpaTimelines timelines, IndexRebuild rebuild) {
        this.sql = sql;
        this.sealing = sealing;
        this.timelines = timelines;
        this.rebuild = rebuild;
    }

    @Override
    public boolean rebuild(int limit) {
        return rebuild.step(limit);
    }

    @Override
    public List<Interaction> newest(Set<String> words, @Nullable Cursor olderThan, int limit) {
        if (!sealing.exists()) {
            return List.of();
        }
        List<Integer> tokens = words.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(MOST_WORDS)
                .map(sealing.search()::word)
                .distinct()
                .toList();
        Instant at = olderThan == null ? Times.NEVER : olderThan.occurredAt();
        UUID id = olderThan == null ? HIGHEST : olderThan.id().value();
        return sql.vendor() == Vendor.POSTGRESQL
                ? byArray(tokens, at, id, limit)
                : timelines.inOrder(byTable(tokens, at, id, limit));
    }

    private List<Interaction> byArray(List<Integer> tokens, Instant at, UUID id, int limit) {
        return sql.list(
                """
                select x.*, k.wrapped from crm_said(?::int4[], ?, ?, ?) s
                join crm_interaction x on x.tenant_id = :tenant and x.id = s.interaction_id
                join crm_data_key k on k.tenant_id = :tenant and k.id = x.data_key_id
                order by s.occurred_at desc, s.interaction_id desc""",
                row -> row.array("int4", tokens.toArray()).time(at).id(id).number(limit),
                row -> InteractionRows.interaction(
                        InteractionRows.columns(row),
                        sealing.key(row.getObject("data_key_id", UUID.class), row.getBytes("wrapped"))));
    }

    private List<UUID> byTable(List<Integer> tokens, Instant at, UUID id, int limit) {
        String others = """
                 and exists (select 1 from crm_interaction_words o where o.tenant_id = :tenant and o.word = ?
                    and o.occurred_at = w.occurred_at and o.interaction_id = w.interaction_id)""".repeat(tokens.size() - 1);
        return sql.list(
                """
                select w.interaction_id from crm_interaction_words w
                where w.tenant_id = :tenant and w.word = ? and w.occurred_at <= ?
                    and (w.occurred_at < ? or w.interaction_id < ?)""" + others + """
                 order by w.tenant_id desc, w.word desc, w.occurred_at desc, w.interaction_id desc
                fetch first ? rows only""",
                row -> {
                    row.number(tokens.get(0)).time(at).time(at).id(id);
                    for (int token : tokens.subList(1, tokens.size())) {
                        row.number(token);
                    }
                    row.number(limit);
                },
                row -> row.getObject(1, UUID.class));
    }
}
