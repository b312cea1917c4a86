package io.crmkit.jpa;

import io.crmkit.capture.Changes;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Naming;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Knot;
import io.crmkit.interaction.Threading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The less frequent changes of interactions. */
final class InteractionWrites {
    private static final int PAGE = 500;

    private InteractionWrites() {}

    static HotWrites.NewRow sealed(Changes.Entry entry, Sealing sealing) {
        Interaction interaction = entry.interaction();
        DataKey key = sealing.of(interaction.occurrence().contact());
        return new HotWrites.NewRow(
                InteractionRows.columns(interaction, key),
                sealing.hash(interaction.occurrence().ref()),
                sealing.hash(entry.route()),
                key,
                WordRows.of(interaction, sealing));
    }

    static void replace(Sql sql, Sealing sealing, Collection<Interaction> changed) {
        sql.each("""
                update crm_interaction set kind = ?, author = ?, origin = ?, occurred_at = ?, reached = ?, reached_at = ?,
                    arrived_at = ?, failed_at = ?, body = ?, error = ?
                where tenant_id = :tenant and id = ?""", changed, (row, interaction) -> {
            InteractionRows.Columns c = InteractionRows.columns(interaction, sealing.of(interaction.id()));
            row.number(c.kind())
                    .number(c.author())
                    .number(c.origin())
                    .time(c.occurredAt())
                    .number(c.reached())
                    .time(c.reachedAt())
                    .time(c.arrivedAt())
                    .time(c.failedAt())
                    .bytes(c.body())
                    .bytes(c.error())
                    .id(c.id());
        });
    }

    static Map<ChannelAccount, List<Knot>> knots(Sql sql, ContactId contact) {
        Map<ChannelAccount, List<Knot>> knots = new HashMap<>();
        sql.list(
                        "select distinct account from crm_conversation where tenant_id = :tenant and contact_id = ?",
                        row -> row.id(contact.value()),
                        row -> InteractionRows.account(row.getString(1)))
                .forEach(account -> knots.put(account, new ArrayList<>()));
        sql.list(
                """
                select account, id, occurred_at, kind, author, conversation_id from crm_interaction
                where tenant_id = :tenant and contact_id = ? and kind < 100""",
                row -> row.id(contact.value()),
                row -> knots.computeIfAbsent(InteractionRows.account(row.getString("account")), a -> new ArrayList<>())
                        .add(new Knot(
                                new InteractionId(row.getObject("id", UUID.class)),
                                Times.present(row, "occurred_at"),
                                boundary(row.getInt("kind")),
                                attention(row),
                                new ConversationId(row.getObject("conversation_id", UUID.class)))));
        return knots;
    }

    private static Attention attention(ResultSet row) throws SQLException {
        int kind = row.getInt("kind");
        Instant at = Times.present(row, "occurred_at");
        return kind == Codes.MESSAGE
                ? Attention.said(Codes.AUTHOR.choice(row.getInt("author")), at)
                : Attention.of(Codes.EVENT.choice(kind - 1), at);
    }

    private static Knot.Boundary boundary(int kind) {
        return kind == Codes.MESSAGE ? Knot.Boundary.NONE : Knot.Boundary.of(Codes.EVENT.choice(kind - 1));
    }

    static void thread(Sql sql, List<Threading.Thread> threads) {
        for (Threading.Thread thread : threads) {
            ConversationId conversation = thread.conversation().id();
            sql.each(
                    "update crm_interaction set conversation_id = ? where tenant_id = :tenant and id = ?",
                    thread.knots().stream()
                            .filter(knot -> !knot.conversation().equals(conversation))
                            .toList(),
                    (row, knot) -> row.id(conversation.value()).id(knot.id().value()));
        }
    }

    /** Counts a contact's interactions anew. */
    static void recount(Sql sql, ContactId contact) {
        record Count(int all, int customer, int business, Instant first, Instant last) {}
        Count count = sql.one(
                        """
                        select count(*) as n,
                            coalesce(sum(case when kind = 0 and author = 0 then 1 else 0 end), 0) as c,
                            coalesce(sum(case when kind = 0 and author in (1, 2) then 1 else 0 end), 0) as b,
                            min(occurred_at) as first_at, max(occurred_at) as last_at
                        from crm_interaction where tenant_id = :tenant and contact_id = ?""",
                        row -> row.id(contact.value()),
                        row -> row.getInt("n") == 0
                                ? new Count(0, 0, 0, Times.NEVER, Instant.EPOCH)
                                : new Count(
                                        row.getInt("n"),
                                        row.getInt("c"),
                                        row.getInt("b"),
                                        Times.present(row, "first_at"),
                                        Times.present(row, "last_at")))
                .orElseThrow();
        sql.update(
                """
                update crm_contact_activity set interactions = ?, from_customer = ?, from_business = ?, first_at = ?,
                    last_at = ?
                where tenant_id = :tenant and contact_id = ?""",
                row -> row.number(count.all)
                        .number(count.customer)
                        .number(count.business)
                        .time(count.first)
                        .time(count.last)
                        .id(contact.value()));
    }

    static Naming namesGivenBy(Sql sql, Sealing sealing, ContactId contact) {
        Naming naming = Naming.NONE;
        Instant before = Times.NEVER;
        for (List<Named> page = page(sql, sealing, contact, before);
                !page.isEmpty();
                page = page(sql, sealing, contact, before)) {
            for (Named named : page) {
                naming = naming.and(named.naming());
            }
            before = page.get(page.size() - 1).at();
        }
        return naming;
    }

    private record Named(Instant at, Naming naming) {}

    private static List<Named> page(Sql sql, Sealing sealing, ContactId contact, Instant before) {
        return sql.list("""
                select x.id, x.occurred_at, x.body, k.id as data_key, k.wrapped from crm_interaction x
                join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
                where x.tenant_id = :tenant and x.contact_id = ? and x.occurred_at < ?
                order by x.occurred_at desc fetch first ? rows with ties""", row -> row.id(contact.value()).time(before).number(PAGE), row -> {
            DataKey key = sealing.key(row.getObject("data_key", UUID.class), row.getBytes("wrapped"));
            byte[] id = Sealing.row(row.getObject("id", UUID.class));
            byte[] body = key.unseal(InteractionRows.TABLE, "body", id, row.getBytes("body"));
            Instant at = Times.present(row, "occurred_at");
            return new Named(at, InteractionCodec.decode(body).naming(at));
        });
    }
}
