package io.crmkit.benchmarks;

import io.crmkit.benchmarks.Traffic.Sample;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** What is usually written by hand: find and lock the contact, insert unless it is there, update; one transaction. */
record FloorThree() implements Contender {
    private static final String FIND = """
            select c.id, k.id, k.wrapped, v.id from crm_identifier i
            join crm_contact c on c.tenant_id = i.tenant_id and c.id = i.contact_id
            join crm_contact_activity a on a.tenant_id = c.tenant_id and a.contact_id = c.id
            join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
            join crm_conversation v on v.tenant_id = c.tenant_id and v.contact_id = c.id and v.latest = 1
                and v.account = 'whatsapp:%s'
            where i.tenant_id = ? and i.key_hash = ? for update of a""".formatted(Traffic.ACCOUNT);

    private static final String INSERT = """
            with entry as (
                insert into crm_interaction (tenant_id, id, contact_id, conversation_id, ref_hash, route_hash, account,
                    kind, author, origin, occurred_at, received_at, reached, data_key_id, body)
                values (?, ?, ?, ?, ?, ?, 'whatsapp:%s', 0, 0, 2, ?, ?, 0, ?, ?)
                on conflict (tenant_id, ref_hash) do nothing
                returning tenant_id, occurred_at, id
            )
            insert into crm_interaction_words (tenant_id, occurred_at, interaction_id, words)
            select tenant_id, occurred_at, id, cast(? as int4[]) from entry""".formatted(Traffic.ACCOUNT);

    private static final String UPDATE = """
            with threaded as (
                update crm_conversation set last_at = greatest(last_at, ?) where tenant_id = ? and id = ?
            )
            update crm_contact_activity set interactions = interactions + 1, from_customer = from_customer + 1,
                first_at = least(first_at, ?), last_at = greatest(last_at, ?), named_at = greatest(named_at, ?)
            where tenant_id = ? and contact_id = ?""";

    @Override
    public String name() {
        return "floor, three statements";
    }

    @Override
    public String database() {
        return FloorDatabase.NAME;
    }

    @Override
    public List<Integer> sizes() {
        return List.of(1);
    }

    private record Found(UUID contact, UUID keyId, SecretKeySpec key, UUID conversation) {}

    @Override
    public Capturing on(DataSource pool) {
        return post -> {
            for (Sample sample : post.samples()) {
                try (Connection connection = pool.getConnection()) {
                    connection.setAutoCommit(false);
                    String tenant = Traffic.tenant(post.tenant()).value();
                    capture(connection, tenant, sample);
                    connection.commit();
                }
            }
        };
    }

    private static void capture(Connection connection, String tenant, Sample sample)
            throws SQLException, GeneralSecurityException {
        Found found = find(connection, tenant, sample);
        if (insert(connection, tenant, sample, found) == 1) {
            update(connection, tenant, sample, found);
        }
    }

    private static Found find(Connection connection, String tenant, Sample sample)
            throws SQLException, GeneralSecurityException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, tenant);
            statement.setBytes(2, FloorSeal.mine().hash(sample.phone()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                UUID keyId = row.getObject(2, UUID.class);
                return new Found(
                        row.getObject(1, UUID.class),
                        keyId,
                        FloorSeal.mine().unwrap(row.getBytes(3), keyId),
                        row.getObject(4, UUID.class));
            }
        }
    }

    private static int insert(Connection connection, String tenant, Sample sample, Found found) throws SQLException {
        FloorSeal seal = FloorSeal.mine();
        UUID id = TimeOrdered.id(sample.at());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, tenant);
            statement.setObject(2, id);
            statement.setObject(3, found.contact());
            statement.setObject(4, found.conversation());
            statement.setBytes(5, seal.hash(sample.providerId()));
            statement.setBytes(6, seal.hash(sample.phone()));
            FloorSingle.time(statement, 7, sample.at());
            FloorSingle.time(statement, 8, sample.at());
            statement.setObject(9, found.keyId());
            statement.setBytes(10, seal.body(found.key(), tenant, id, sample));
            statement.setString(11, seal.words(sample.text()));
            return statement.executeUpdate();
        }
    }

    private static void update(Connection connection, String tenant, Sample sample, Found found) throws SQLException {
        OffsetDateTime at = sample.at().atOffset(ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setObject(1, at);
            statement.setString(2, tenant);
            statement.setObject(3, found.conversation());
            statement.setObject(4, at);
            statement.setObject(5, at);
            statement.setObject(6, at);
            statement.setString(7, tenant);
            statement.setObject(8, found.contact());
            statement.executeUpdate();
        }
    }
}
