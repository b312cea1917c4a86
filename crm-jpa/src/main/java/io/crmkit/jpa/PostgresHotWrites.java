package io.crmkit.jpa;

import io.crmkit.capture.Overtaken;
import io.crmkit.due.Due;
import io.crmkit.interaction.Conversation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement for all of it: rows as arrays, data-modifying common table expressions, one round trip. Only the ids are
 * unnested, in a subquery: the other arrays cost no table function each, and how many rows there are does not count in
 * the estimates, so that PostgreSQL settles on one plan.
 */
record PostgresHotWrites(Sql sql, Unread unread) implements HotWrites {
    /** What nobody has read or locked yet: keys, and messages taken to be new. */
    record Unread(List<Hash> keys, List<Hash> refs) {
        static final Unread NOTHING = new Unread(List.of(), List.of());

        List<Hash> all() {
            List<Hash> all = new ArrayList<>(keys);
            all.addAll(refs);
            return all;
        }
    }

    private static final String WRITE = """
            with entries as (
                insert into crm_interaction (tenant_id, id, contact_id, conversation_id, ref_hash, route_hash, account,
                    kind, author, origin, occurred_at, received_at, reached, reached_at, arrived_at, failed_at,
                    data_key_id, body, error)
                select :tenant, e.id, (?::uuid[])[i], (?::uuid[])[i], (?::bytea[])[i], (?::bytea[])[i],
                    (?::varchar[])[i], (?::int2[])[i], (?::int2[])[i], (?::int2[])[i], (?::timestamptz[])[i],
                    (?::timestamptz[])[i], (?::int2[])[i], (?::timestamptz[])[i], (?::timestamptz[])[i],
                    (?::timestamptz[])[i], (?::uuid[])[i], (?::bytea[])[i], (?::bytea[])[i]
                from unnest((select ?::uuid[])) with ordinality as e(id, i)
                on conflict (tenant_id, ref_hash) do nothing
                returning 1
            ), worded as (
                insert into crm_interaction_words (tenant_id, occurred_at, interaction_id, words)
                select :tenant, (?::timestamptz[])[i], w.id, (?::text[])[i]::int4[]
                from unnest((select ?::uuid[])) with ordinality as w(id, i)
                on conflict do nothing
            ), touched as (
                update crm_contact_activity a set
                    epoch = a.epoch + 1,
                    interactions = a.interactions + t.n,
                    from_customer = a.from_customer + t.c,
                    from_business = a.from_business + t.b,
                    first_at = least(a.first_at, t.first_at),
                    last_at = greatest(a.last_at, t.last_at),
                    named_at = case when t.named then t.named_at else a.named_at end,
                    username_at = case when t.named then t.username_at else a.username_at end
                from (
                    select t.contact_id, (?::int4[])[i] as epoch, (?::int4[])[i] as n, (?::int4[])[i] as c,
                        (?::int4[])[i] as b, (?::timestamptz[])[i] as first_at, (?::timestamptz[])[i] as last_at,
                        (?::bool[])[i] as named, (?::timestamptz[])[i] as named_at,
                        (?::timestamptz[])[i] as username_at
                    from unnest((select ?::uuid[])) with ordinality as t(contact_id, i)) t
                where a.tenant_id = :tenant and a.contact_id = t.contact_id and a.epoch = t.epoch
                returning 1
            ), threaded as (
                insert into crm_conversation
                    (tenant_id, id, contact_id, account, opened_at, last_at, state, seamed, latest, word_at, asked,
                    call_at, raised)
                select :tenant, v.id, (?::uuid[])[i], (?::varchar[])[i], (?::timestamptz[])[i], (?::timestamptz[])[i],
                    (?::int2[])[i], (?::bool[])[i], (?::int2[])[i], (?::timestamptz[])[i], (?::bool[])[i],
                    (?::timestamptz[])[i], (?::bool[])[i]
                from unnest((select ?::uuid[])) with ordinality as v(id, i)
                on conflict (tenant_id, id) do update set opened_at = excluded.opened_at, last_at = excluded.last_at,
                    state = excluded.state, seamed = excluded.seamed, latest = excluded.latest,
                    word_at = excluded.word_at, asked = excluded.asked, call_at = excluded.call_at,
                    raised = excluded.raised
                returning 1
            )%s
            select (select count(*) from entries), (select count(*) from touched), (select count(*) from threaded)""";
    private static final String WRITE_ONLY = WRITE.formatted("");
    private static final String WRITE_DUE = WRITE.formatted(", due as (" + DueRows.INSERT + ")");

    private static final String UNAWAITED = """
            ,
            exists (select 1 from crm_pending_update p where p.tenant_id = :tenant
                and p.target_hash = any (cast(? as bytea[])))""";
    private static final String CHECKED_WRITE = CaptureLock.SQL + WRITE_ONLY + UNAWAITED;
    private static final String CHECKED_WRITE_DUE = CaptureLock.SQL + WRITE_DUE + UNAWAITED;

    @Override
    public void write(
            List<NewRow> entries, Collection<Touch> touches, List<Conversation> conversations, Collection<Due> due) {
        Sql.Binder binder = row -> {
            bindEntries(row, entries);
            bindWords(row, entries);
            bindTouches(row, touches);
            bindConversations(row, conversations);
            if (!due.isEmpty()) {
                DueRows.bind(row, due);
            }
        };
        Written written = unread.keys.isEmpty()
                ? sql.one(
                                due.isEmpty() ? WRITE_ONLY : WRITE_DUE,
                                binder,
                                row -> new Written(row.getInt(1), row.getInt(2), false))
                        .orElseThrow()
                : checked(due.isEmpty() ? CHECKED_WRITE : CHECKED_WRITE_DUE, binder);
        if (written.entries != entries.size() || written.touches != touches.size() || written.awaited) {
            throw new Overtaken("Somebody else stored an interaction, or changed whose it is");
        }
    }

    private record Written(int entries, int touches, boolean awaited) {}

    private Written checked(String text, Sql.Binder binder) {
        try (PreparedStatement statement = sql.binding(text, row -> {
            CaptureLock.bind(row, sql, unread.all());
            binder.bind(row);
            row.hashes(sql.vendor(), unread.refs);
        })) {
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return new Written(row.getInt(1), row.getInt(2), row.getBoolean(4));
            }
        } catch (SQLException failure) {
            throw Sql.failed("Writing", failure);
        }
    }

    private static void bindEntries(Row row, List<NewRow> entries) throws SQLException {
        each(row, "uuid", entries, e -> e.columns().contact());
        each(row, "uuid", entries, e -> e.columns().conversation());
        bytes(row, entries, e -> e.ref().bytes());
        bytes(row, entries, e -> e.route().bytes());
        each(row, "varchar", entries, e -> e.columns().account());
        each(row, "int2", entries, e -> e.columns().kind());
        each(row, "int2", entries, e -> e.columns().author());
        each(row, "int2", entries, e -> e.columns().origin());
        times(row, entries, e -> e.columns().occurredAt());
        times(row, entries, e -> e.columns().receivedAt());
        each(row, "int2", entries, e -> e.columns().reached());
        times(row, entries, e -> e.columns().reachedAt());
        times(row, entries, e -> e.columns().arrivedAt());
        times(row, entries, e -> e.columns().failedAt());
        each(row, "uuid", entries, e -> e.key().id());
        bytes(row, entries, e -> e.columns().body());
        bytes(row, entries, e -> e.columns().error());
        each(row, "uuid", entries, e -> e.columns().id());
    }

    private static void bindWords(Row row, List<NewRow> entries) throws SQLException {
        List<WordRows.Worded> worded = entries.stream()
                .map(NewRow::words)
                .filter(words -> !words.silent())
                .toList();
        times(row, worded, WordRows.Worded::at);
        each(row, "text", worded, WordRows.Worded::array);
        each(row, "uuid", worded, WordRows.Worded::id);
    }

    private static void bindTouches(Row row, Collection<Touch> touches) throws SQLException {
        each(row, "int4", touches, Touch::epoch);
        each(row, "int4", touches, Touch::interactions);
        each(row, "int4", touches, Touch::fromCustomer);
        each(row, "int4", touches, Touch::fromBusiness);
        times(row, touches, Touch::first);
        times(row, touches, Touch::last);
        each(row, "bool", touches, Touch::named);
        times(row, touches, Touch::namedAt);
        times(row, touches, Touch::usernameAt);
        each(row, "uuid", touches, t -> t.contact().value());
    }

    private static void bindConversations(Row row, List<Conversation> conversations) throws SQLException {
        each(row, "uuid", conversations, c -> c.contact().value());
        each(row, "varchar", conversations, c -> c.account().toString());
        times(row, conversations, Conversation::openedAt);
        times(row, conversations, Conversation::lastAt);
        each(row, "int2", conversations, c -> Codes.CONVERSATION.code(c.state()));
        each(row, "bool", conversations, Conversation::seamed);
        each(row, "int2", conversations, c -> c.latest() ? 1 : null);
        times(row, conversations, c -> c.attention().wordAt());
        each(row, "bool", conversations, c -> c.attention().asked());
        times(row, conversations, c -> c.attention().callAt());
        each(row, "bool", conversations, c -> c.attention().raised());
        each(row, "uuid", conversations, c -> c.id().value());
    }

    private static <E> void each(Row row, String type, Collection<E> all, Function<E, @Nullable Object> part)
            throws SQLException {
        row.array(type, all.stream().map(part).toArray());
    }

    private static <E> void times(Row row, Collection<E> all, Function<E, @Nullable Instant> part) throws SQLException {
        row.array(
                "timestamptz",
                all.stream()
                        .map(part)
                        .map(at -> at == null ? null : at.toString())
                        .toArray(String[]::new));
    }

    private static <E> void bytes(Row row, Collection<E> all, Function<E, byte @Nullable []> part) throws SQLException {
        row.array("bytea", all.stream().map(part).toArray(byte[][]::new));
    }
}
