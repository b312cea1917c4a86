package io.crmkit.benchmarks.reads;

import io.crmkit.benchmarks.reads.Registry.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The same registry as plain text, with the indexes that PostgreSQL has for it, and no wall between tenants. */
final class PlainSide {
    static final String DATABASE = "plain";

    private static final int BATCH = 5_000;
    private static final List<String> TABLES = List.of("""
            create table plain_contact (
                tenant_id varchar(63) not null, id uuid not null, status smallint not null, name text, phone text,
                created_at timestamp(6) with time zone not null, first_at timestamp(6) with time zone not null,
                last_at timestamp(6) with time zone not null, interactions int not null,
                from_customer int not null, from_business int not null, primary key (tenant_id, id))""", """
            create table plain_contact_tag (
                tenant_id varchar(63) not null, contact_id uuid not null, tag varchar(40) not null,
                primary key (tenant_id, contact_id, tag))""", """
            create table plain_conversation (
                tenant_id varchar(63) not null, id uuid not null, contact_id uuid not null, account varchar(170) not null,
                opened_at timestamp(6) with time zone not null, last_at timestamp(6) with time zone not null,
                state smallint not null, latest smallint, primary key (tenant_id, id),
                unique (tenant_id, contact_id, account, latest))""", """
            create table plain_interaction (
                tenant_id varchar(63) not null, id uuid not null, contact_id uuid not null, conversation_id uuid not null,
                provider_id text not null, account varchar(170) not null, kind smallint not null,
                author smallint not null, origin smallint not null, occurred_at timestamp(6) with time zone not null,
                received_at timestamp(6) with time zone not null, reached smallint not null, text text not null,
                raw text, words tsvector generated always as (to_tsvector('simple', text)) stored,
                primary key (tenant_id, id))""");
    private static final List<String> INDEXES = List.of(
            "create index on plain_contact (tenant_id, first_at, id)",
            "create index on plain_contact (tenant_id, last_at, id)",
            "create index on plain_contact (tenant_id, interactions, id)",
            "create index on plain_contact (tenant_id, phone)",
            "create index on plain_contact (tenant_id, reverse(phone) text_pattern_ops)",
            "create index on plain_contact using gin (to_tsvector('simple', name))",
            "create index on plain_contact_tag (tenant_id, tag, contact_id)",
            "create index on plain_conversation (tenant_id, contact_id, opened_at)",
            "create unique index on plain_interaction (tenant_id, account, provider_id)",
            "create index on plain_interaction (tenant_id, contact_id, occurred_at, id)",
            "create index on plain_interaction (tenant_id, occurred_at, id)",
            "create index on plain_interaction using gin (words)");

    private final DataSource pool;

    PlainSide(DataSource pool) {
        this.pool = pool;
    }

    void load(Registry registry) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            execute(connection, TABLES);
            Tallies tallies = new Tallies(registry.contacts());
            for (int from = 0; from < registry.messages(); from += BATCH) {
                List<Line> lines = new ArrayList<>(BATCH);
                for (int i = from; i < Math.min(from + BATCH, registry.messages()); i++) {
                    lines.add(registry.line(i));
                }
                lines.forEach(tallies::add);
                messages(connection, lines);
            }
            tallies.store(connection);
            execute(connection, INDEXES);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void messages(Connection connection, List<Line> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into plain_interaction (tenant_id, id, contact_id, conversation_id, provider_id, account, kind,
                    author, origin, occurred_at, received_at, reached, text, raw)
                select ?, m.id, m.contact, m.conversation, m.provider, 'whatsapp:%s', 0,
                    case when m.raw is null then 1 else 0 end, 2, m.at::timestamptz, m.at::timestamptz, 0, m.text, m.raw
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as m(id, contact, conversation, provider, at, text, raw)""".formatted(Registry.ACCOUNT))) {
            insert.setString(1, Registry.TENANT);
            array(insert, 2, "uuid", lines, line -> Registry.id("message", line.number()));
            array(insert, 3, "uuid", lines, line -> Registry.id("contact", line.contact()));
            array(insert, 4, "uuid", lines, line -> Registry.id("burst", line.number() / Registry.BURST));
            array(insert, 5, "text", lines, Line::providerId);
            array(insert, 6, "text", lines, line -> line.at().toString());
            array(insert, 7, "text", lines, Line::text);
            array(insert, 8, "text", lines, line -> line.fromCustomer() ? line.raw() : null);
            insert.executeUpdate();
        }
    }

    static <E> void array(PreparedStatement statement, int position, String type, List<E> all, Function<E, Object> part)
            throws SQLException {
        Object[] values = all.stream().map(part).toArray();
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }

    /** What a message was found by and what is shown of it. */
    record Found(UUID id, String text) {}

    /** Runs a question and reads what it answers. */
    int ask(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Found> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Found(rows.getObject(1, UUID.class), String.valueOf(rows.getString(2))));
                }
                return found.size();
            }
        }
    }

    /** The first column of the first row. */
    String text(String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }
}
