package io.crmkit.jpa;

import io.crmkit.interaction.Interaction;
import io.crmkit.search.Searchable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The words of interactions, as rows of keyed hashes. */
final class WordRows {
    private WordRows() {}

    /** One interaction's words, distinct and in order, and what stands for its time. */
    record Worded(UUID id, Instant at, int[] words, int period) {
        boolean silent() {
            return words.length == 0;
        }

        /** As PostgreSQL writes an array. */
        String array() {
            StringBuilder array = new StringBuilder(12 * words.length + 12).append('{');
            for (int word : words) {
                array.append(word).append(',');
            }
            return array.append(period).append('}').toString();
        }

        @Override
        public String toString() {
            return "Worded[" + id + "]";
        }
    }

    static Worded of(Interaction interaction, Sealing sealing) {
        SearchKeys keys = sealing.search();
        Instant at = interaction.occurredAt();
        return new Worded(interaction.id().value(), at, keys.words(Searchable.words(interaction)), keys.period(at));
    }

    /** Adds those of new interactions. */
    static void add(Sql sql, Collection<Worded> all) {
        List<Worded> worded = all.stream().filter(each -> !each.silent()).toList();
        if (worded.isEmpty()) {
            return;
        }
        if (sql.vendor() == Vendor.POSTGRESQL) {
            sql.update(
                    """
                    insert into crm_interaction_words (tenant_id, occurred_at, interaction_id, words)
                    select :tenant, w.at, w.id, w.words::int4[]
                    from unnest(?::timestamptz[], ?::uuid[], ?::text[]) as w(at, id, words)
                    on conflict do nothing""",
                    row -> row.array(
                                    "timestamptz",
                                    worded.stream().map(w -> w.at().toString()).toArray())
                            .ids(worded.stream().map(Worded::id).toList())
                            .array("text", worded.stream().map(Worded::array).toArray()));
            return;
        }
        record One(int word, Worded of) {}
        sql.each(
                "insert into crm_interaction_words (tenant_id, word, occurred_at, interaction_id) values (:tenant, ?, ?, ?)",
                worded.stream()
                        .flatMap(each -> Arrays.stream(each.words()).mapToObj(word -> new One(word, each)))
                        .toList(),
                (row, one) -> row.number(one.word).time(one.of.at()).id(one.of.id()));
    }

    /** Replaces those of interactions, while these still stand as they were before. */
    static void replace(Sql sql, Sealing sealing, Collection<Interaction> reworded) {
        if (reworded.isEmpty()) {
            return;
        }
        forget(sql, reworded.stream().map(each -> each.id().value()).toList());
        add(sql, reworded.stream().map(each -> of(each, sealing)).toList());
    }

    /** Removes those of interactions, while these still stand as they were before; how many rows that were. */
    static int forget(Sql sql, List<UUID> ids) {
        return sql.update(
                sql.vendor() == Vendor.POSTGRESQL
                        ? """
                        delete from crm_interaction_words w using crm_interaction x
                        where x.tenant_id = :tenant and x.id = any(?) and w.tenant_id = :tenant
                            and w.occurred_at = x.occurred_at and w.interaction_id = x.id"""
                        : "delete from crm_interaction_words where tenant_id = :tenant and interaction_id = any(?)",
                row -> row.ids(ids));
    }
}
