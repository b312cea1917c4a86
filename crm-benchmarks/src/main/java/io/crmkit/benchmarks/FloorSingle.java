package io.crmkit.benchmarks;

import io.crmkit.benchmarks.FloorContacts.Known;
import io.crmkit.benchmarks.Traffic.Post;
import io.crmkit.benchmarks.Traffic.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The least a message can cost: one statement that commits by itself, everything it needs to know known by heart. */
record FloorSingle(FloorContacts contacts) implements Contender {
    private static final String SQL = """
            with entry as (
                insert into crm_interaction (tenant_id, id, contact_id, conversation_id, ref_hash, route_hash, account,
                    kind, author, origin, occurred_at, received_at, reached, data_key_id, body)
                values (?, ?, ?, ?, ?, ?, 'whatsapp:%s', 0, 0, 2, ?, ?, 0, ?, ?)
                on conflict (tenant_id, ref_hash) do nothing
                returning tenant_id, id, contact_id, conversation_id, account, occurred_at
            ), worded as (
                insert into crm_interaction_words (tenant_id, occurred_at, interaction_id, words)
                select tenant_id, occurred_at, id, cast(? as int4[]) from entry
            ), touched as (
                update crm_contact_activity a set interactions = a.interactions + 1,
                    from_customer = a.from_customer + 1, first_at = least(a.first_at, e.occurred_at),
                    last_at = greatest(a.last_at, e.occurred_at), named_at = greatest(a.named_at, e.occurred_at)
                from entry e where a.tenant_id = e.tenant_id and a.contact_id = e.contact_id
            )
            insert into crm_conversation as v
                (tenant_id, id, contact_id, account, opened_at, last_at, state, seamed, latest)
            select tenant_id, conversation_id, contact_id, account, ?, occurred_at, 0, false, 1 from entry
            on conflict (tenant_id, id) do update set last_at = greatest(v.last_at, excluded.last_at)""".formatted(Traffic.ACCOUNT);

    @Override
    public String name() {
        return "floor, single statement";
    }

    @Override
    public String database() {
        return FloorDatabase.NAME;
    }

    @Override
    public List<Integer> sizes() {
        return List.of(1);
    }

    @Override
    public Capturing on(DataSource pool) {
        return post -> {
            for (Sample sample : post.samples()) {
                capture(pool, post, sample);
            }
        };
    }

    private void capture(DataSource pool, Post post, Sample sample) throws SQLException {
        Known contact = contacts.of(post, sample);
        FloorSeal seal = FloorSeal.mine();
        String tenant = Traffic.tenant(post.tenant()).value();
        UUID id = TimeOrdered.id(sample.at());
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, tenant);
            statement.setObject(2, id);
            statement.setObject(3, contact.id());
            statement.setObject(4, contact.conversation());
            statement.setBytes(5, seal.hash(sample.providerId()));
            statement.setBytes(6, seal.hash(sample.phone()));
            time(statement, 7, sample.at());
            time(statement, 8, sample.at());
            statement.setObject(9, contact.keyId());
            statement.setBytes(10, seal.body(contact.key(), tenant, id, sample));
            statement.setString(11, seal.words(sample.text()));
            time(statement, 12, contact.opened());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Not captured");
            }
        }
    }

    static void time(PreparedStatement statement, int position, Instant at) throws SQLException {
        statement.setObject(position, at.atOffset(ZoneOffset.UTC));
    }
}
