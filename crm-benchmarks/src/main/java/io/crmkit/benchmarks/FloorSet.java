package io.crmkit.benchmarks;

import io.crmkit.benchmarks.FloorContacts.Known;
import io.crmkit.benchmarks.Traffic.Post;
import io.crmkit.benchmarks.Traffic.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The least a hundred messages can cost: one statement over arrays, rows in the order of their contacts. */
record FloorSet(FloorContacts contacts) implements Contender {
    /** The victim of a deadlock, and of two who write one conversation at once. */
    private static final Set<String> AGAIN = Set.of("40P01", "23505");

    private static final String SQL = """
            with lines as (
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bytea[], ?::bytea[], ?::text[], ?::uuid[],
                    ?::bytea[], ?::text[]) as t(id, contact, conversation, ref, route, at, key, body, words)
            ), entries as (
                insert into crm_interaction (tenant_id, id, contact_id, conversation_id, ref_hash, route_hash, account,
                    kind, author, origin, occurred_at, received_at, reached, data_key_id, body)
                select ?, id, contact, conversation, ref, route, 'whatsapp:%s', 0, 0, 2, at::timestamptz,
                    at::timestamptz, 0, key, body from lines
                on conflict (tenant_id, ref_hash) do nothing
                returning tenant_id, id, contact_id, conversation_id, occurred_at
            ), worded as (
                insert into crm_interaction_words (tenant_id, occurred_at, interaction_id, words)
                select e.tenant_id, e.occurred_at, e.id, l.words::int4[] from entries e join lines l on l.id = e.id
            ), counted as (
                select tenant_id, contact_id, conversation_id, count(*) as n, min(occurred_at) as first_at,
                    max(occurred_at) as last_at
                from entries group by tenant_id, contact_id, conversation_id order by contact_id
            ), touched as (
                update crm_contact_activity a set interactions = a.interactions + n,
                    from_customer = a.from_customer + n, first_at = least(a.first_at, c.first_at),
                    last_at = greatest(a.last_at, c.last_at), named_at = greatest(a.named_at, c.last_at)
                from counted c where a.tenant_id = c.tenant_id and a.contact_id = c.contact_id
            ), threaded as (
                insert into crm_conversation as v
                    (tenant_id, id, contact_id, account, opened_at, last_at, state, seamed, latest)
                select tenant_id, conversation_id, contact_id, 'whatsapp:%s', first_at, last_at, 0, false, 1
                from counted
                on conflict (tenant_id, id) do update set last_at = greatest(v.last_at, excluded.last_at)
            )
            select count(*) from entries""".formatted(Traffic.ACCOUNT, Traffic.ACCOUNT);

    @Override
    public String name() {
        return "floor, set-based";
    }

    @Override
    public String database() {
        return FloorDatabase.NAME;
    }

    @Override
    public List<Integer> sizes() {
        return List.of(100);
    }

    @Override
    public Capturing on(DataSource pool) {
        return post -> {
            while (!captured(pool, post)) {
                Thread.onSpinWait();
            }
        };
    }

    private record Line(String tenant, UUID id, Known contact, Sample sample) {
        byte[] body() {
            return FloorSeal.mine().body(contact.key(), tenant, id, sample);
        }
    }

    /** False if it met another at the same rows: PostgreSQL does not promise the order in which it locks them. */
    private boolean captured(DataSource pool, Post post) throws SQLException {
        try {
            capture(pool, post);
            return true;
        } catch (SQLException failure) {
            if (!AGAIN.contains(String.valueOf(failure.getSQLState()))) {
                throw failure;
            }
            return false;
        }
    }

    private void capture(DataSource pool, Post post) throws SQLException {
        String tenant = Traffic.tenant(post.tenant()).value();
        List<Line> lines = post.samples().stream()
                .map(sample -> new Line(tenant, TimeOrdered.id(sample.at()), contacts.of(post, sample), sample))
                .sorted(Comparator.comparing(line -> line.contact().id()))
                .toList();
        List<Function<Line, Object>> arrays = List.of(
                Line::id,
                line -> line.contact().id(),
                line -> line.contact().conversation(),
                line -> FloorSeal.mine().hash(line.sample().providerId()),
                line -> FloorSeal.mine().hash(line.sample().phone()),
                line -> line.sample().at().toString(),
                line -> line.contact().keyId(),
                Line::body,
                line -> FloorSeal.mine().words(line.sample().text()));
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (int i = 0; i < arrays.size(); i++) {
                Columns.bind(statement, i + 1, lines.stream().map(arrays.get(i)).toList());
            }
            statement.setString(arrays.size() + 1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getInt(1) != lines.size()) {
                    throw new IllegalStateException("Not all were captured");
                }
            }
        }
    }
}
