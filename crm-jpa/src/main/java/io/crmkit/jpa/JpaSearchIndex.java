package io.crmkit.jpa;

import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Timelines.Cursor;
import io.crmkit.search.SearchIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what was said by keyed hashes of its words. */
final class JpaSearchIndex implements SearchIndex {
    /** More words than these do not make candidates fewer. */
    private static final int MOST_WORDS = 8;

    /** So many of the newest messages are looked through before the index is asked: frequent words are among them. */
    private static final int NEWEST = 3_000;

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
        List<UUID> found =
                sql.vendor() == Vendor.POSTGRESQL ? byArray(tokens, at, id, limit) : byTable(tokens, at, id, limit);
        return timelines.inOrder(found);
    }

    /** The newest messages by time; then the others by their words, and only what these found is put in order. */
    private List<UUID> byArray(List<Integer> tokens, Instant at, UUID id, int limit) {
        Instant cut = sql.one("""
                        select w.occurred_at from crm_interaction_words w
                        where w.tenant_id = :tenant and w.occurred_at <= ?
                        order by w.tenant_id desc, w.occurred_at desc offset ? fetch first 1 rows only""", row -> row.time(at).number(NEWEST), row -> Times.present(row, "occurred_at"))
                .orElse(null);
        seek(tokens.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        try {
            List<UUID> newest = sql.list(
                    """
                    select w.interaction_id from crm_interaction_words w
                    where w.tenant_id = :tenant and w.occurred_at >= ? and w.occurred_at <= ?
                        and (w.occurred_at < ? or w.interaction_id < ?)
                    order by w.tenant_id desc, w.occurred_at desc, w.interaction_id desc fetch first ? rows only""",
                    row -> row.time(cut == null ? JpaSelections.EARLIEST : cut)
                            .time(at)
                            .time(at)
                            .id(id)
                            .number(limit),
                    row -> row.getObject(1, UUID.class));
            if (cut == null || newest.size() == limit) {
                return newest;
            }
            List<UUID> older = sql.list(
                    """
                    with hits as materialized (
                        select w.occurred_at, w.interaction_id from crm_interaction_words w
                        where w.tenant_id = :tenant and w.occurred_at < ?)
                    select h.interaction_id from hits h
                    where (h.occurred_at < ? or h.interaction_id < ?)
                    order by h.occurred_at desc, h.interaction_id desc fetch first ? rows only""",
                    row -> row.time(cut).time(at).id(id).number(limit - newest.size()),
                    row -> row.getObject(1, UUID.class));
            return Stream.concat(newest.stream(), older.stream()).toList();
        } finally {
            seek("");
        }
    }

    /** The words are part of the wall between tenants, see the schema. */
    private void seek(String words) {
        sql.list(
                "select set_config('crm.words', ?, true) where :tenant is not null",
                row -> row.text(words),
                row -> row.getString(1));
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
