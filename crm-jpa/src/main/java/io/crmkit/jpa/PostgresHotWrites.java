package io.crmkit.jpa;

import io.crmkit.capture.Overtaken;
import io.crmkit.interaction.Conversation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement for all of it: rows as arrays, data-modifying common table expressions, one round trip. Only the ids are
 * unnested, in a subquery: the other arrays cost no table function each, and how many rows there are does not count in
 * the estimates, so that PostgreSQL settles on one plan.
 */
record PostgresHotWrites(Sql sql) implements HotWrites {
    private static final String WRITE = """
            entries as (
                insert into crm_interaction (tenant_id, id, contact_id, conversation_id, ref_hash, route_hash, account,
                    kind, author, origin, occurred_at, received_at, reached, reached_at, arrived_at, failed_at,
                    data_key_id, body, error)
                select :tenant, e.id, (?::uuid[])[i], (?::uuid[])[i], (?::bytea[])[i], (?::bytea[])[i],
                    (?::text[])[i], (?::int2[])[i], (?::int2[])[i], (?::int2[])[i], (?::timestamptz[])[i],
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
                select :tenant, v.id, (?::uuid[])[i], (?::text[])[i], (?::timestamptz[])[i], (?::timestamptz[])[i],
                    (?::int2[])[i], (?::bool[])[i], (?::int2[])[i], (?::timestamptz[])[i], (?::bool[])[i],
                    (?::timestamptz[])[i], (?::bool[])[i]
                from unnest((select ?::uuid[])) with ordinality as v(id, i)
                on conflict (tenant_id, id) do update set opened_at = excluded.opened_at, last_at = excluded.last_at,
                    state = excluded.state, seamed = excluded.seamed, latest = excluded.latest,
                    word_at = excluded.word_at, asked = excluded.asked, call_at = excluded.call_at,
                    raised = excluded.raised
                returning 1
            )""";
    private static final String COUNTED = " select (select count(*) from entries), (select count(*) from touched)";
    private static final String TOLD = ", " + EventRows.STREAMS + ", told as (" + EventRows.EVENTS + ")";
    private static final String DUE = ", due as (" + DueRows.INSERT + ")";

    private static final Map<Shape, String> TEXTS = Shape.texts(shape -> "with " + text(shape) + COUNTED);

    /** What writes, without a word before and a query at its end; what it is told {@link #bind binds}. */
    static String text(Shape shape) {
        return WRITE + (shape.due() ? DUE : "") + (shape.told() ? TOLD : "");
    }

    @Override
    public void write(List<NewRow> entries, Collection<Touch> touches, List<Conversation> conversations, After after) {
        record Written(int entries, int touches) {}
        Written written = sql.one(
                        Objects.requireNonNull(TEXTS.get(after.shape())),
                        row -> bind(row, entries, touches, conversations, after),
                        row -> new Written(row.getInt(1), row.getInt(2)))
                .orElseThrow();
        if (!written.equals(new Written(entries.size(), touches.size()))) {
            throw new Overtaken("Somebody else stored an interaction, or changed whose it is");
        }
    }

    static void bind(
            Row row, List<NewRow> entries, Collection<Touch> touches, List<Conversation> conversations, After after)
            throws SQLException {
        bindEntries(row, entries);
        bindWords(row, entries);
        bindTouches(row, touches);
        bindConversations(row, conversations);
        if (after.shape().due()) {
            DueRows.bind(row, after.due());
        }
        if (after.shape().told()) {
            EventRows.bind(row, after.told());
        }
    }

    private static void bindEntries(Row row, List<NewRow> entries) throws SQLException {
        each(row, entries, e -> e.columns().contact());
        each(row, entries, e -> e.columns().conversation());
        bytes(row, entries, e -> e.ref().bytes());
        bytes(row, entries, e -> e.route().bytes());
        texts(row, entries, e -> e.columns().account());
        each(row, entries, e -> e.columns().kind());
        each(row, entries, e -> e.columns().author());
        each(row, entries, e -> e.columns().origin());
        each(row, entries, e -> e.columns().occurredAt());
        each(row, entries, e -> e.columns().receivedAt());
        each(row, entries, e -> e.columns().reached());
        each(row, entries, e -> e.columns().reachedAt());
        each(row, entries, e -> e.columns().arrivedAt());
        each(row, entries, e -> e.columns().failedAt());
        each(row, entries, e -> e.key().id());
        bytes(row, entries, e -> e.columns().body());
        bytes(row, entries, e -> e.columns().error());
        each(row, entries, e -> e.columns().id());
    }

    private static void bindWords(Row row, List<NewRow> entries) throws SQLException {
        List<WordRows.Worded> worded = entries.stream()
                .map(NewRow::words)
                .filter(words -> !words.silent())
                .toList();
        each(row, worded, WordRows.Worded::at);
        texts(row, worded, WordRows.Worded::array);
        each(row, worded, WordRows.Worded::id);
    }

    private static void bindTouches(Row row, Collection<Touch> touches) throws SQLException {
        each(row, touches, Touch::epoch);
        each(row, touches, Touch::interactions);
        each(row, touches, Touch::fromCustomer);
        each(row, touches, Touch::fromBusiness);
        each(row, touches, Touch::first);
        each(row, touches, Touch::last);
        each(row, touches, Touch::named);
        each(row, touches, Touch::namedAt);
        each(row, touches, Touch::usernameAt);
        each(row, touches, t -> t.contact().value());
    }

    private static void bindConversations(Row row, List<Conversation> conversations) throws SQLException {
        each(row, conversations, c -> c.contact().value());
        texts(row, conversations, c -> c.account().toString());
        each(row, conversations, Conversation::openedAt);
        each(row, conversations, Conversation::lastAt);
        each(row, conversations, c -> Codes.CONVERSATION.code(c.state()));
        each(row, conversations, Conversation::seamed);
        each(row, conversations, c -> c.latest() ? 1 : null);
        each(row, conversations, c -> c.attention().wordAt());
        each(row, conversations, c -> c.attention().asked());
        each(row, conversations, c -> c.attention().callAt());
        each(row, conversations, c -> c.attention().raised());
        each(row, conversations, c -> c.id().value());
    }

    /** Of what needs no quotes: ids, numbers, times. */
    static <E> void each(Row row, Collection<E> all, Function<E, @Nullable Object> part) throws SQLException {
        List<@Nullable Object> column = new ArrayList<>(all.size());
        for (E each : all) {
            column.add(part.apply(each));
        }
        row.written(column);
    }

    private static <E> void texts(Row row, Collection<E> all, Function<E, String> part) throws SQLException {
        row.array("text", all.stream().map(part).toArray(String[]::new));
    }

    static <E> void bytes(Row row, Collection<E> all, Function<E, byte @Nullable []> part) throws SQLException {
        row.array("bytea", all.stream().map(part).toArray(byte[][]::new));
    }
}
