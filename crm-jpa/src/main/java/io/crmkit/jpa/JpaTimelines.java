package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.Attention;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Beat;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.ConversationId;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.Tally;
import io.crmkit.interaction.Timelines;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Timelines in the database: one index range a page. */
final class JpaTimelines implements Timelines {
    private static final String INTERACTIONS = """
            select x, k from CrmInteraction x
            join CrmDataKey k on k.tenant = x.tenant and k.id = x.dataKey
            where x.tenant = :tenant and x.contact = :contact""";
    private static final String FOUND = """
            select x, k from CrmInteraction x
            join CrmDataKey k on k.tenant = x.tenant and k.id = x.dataKey
            where x.tenant = :tenant and x.id in :ids""";
    private static final String OLDER = " and x.occurredAt <= :at and (x.occurredAt < :at or x.id < :id)";
    private static final String NEWER = " and x.occurredAt >= :at and (x.occurredAt > :at or x.id > :id)";
    private static final String DOWN = " order by x.tenant desc, x.contact desc, x.occurredAt desc, x.id desc";
    private static final String UP = " order by x.tenant, x.contact, x.occurredAt, x.id";
    private static final String WITHIN =
            " and x.occurredAt between :openedAt and :lastAt and x.conversation = :conversation";

    private final StatelessSession session;
    private final Sql sql;
    private final String tenant;
    private final Sealing sealing;

    JpaTimelines(StatelessSession session, Sql sql, Sealing sealing) {
        this.session = session;
        this.sql = sql;
        this.tenant = sql.tenant().value();
        this.sealing = sealing;
    }

    @Override
    public List<Interaction> newest(ContactId contact, @Nullable Cursor olderThan, int limit) {
        return interactions(contact, olderThan == null ? "" : OLDER, DOWN, olderThan, Map.of(), limit);
    }

    @Override
    public List<Interaction> oldest(ContactId contact, @Nullable Cursor newerThan, int limit) {
        return interactions(contact, newerThan == null ? "" : NEWER, UP, newerThan, Map.of(), limit);
    }

    @Override
    public List<Interaction> entries(Conversation conversation, @Nullable Cursor newerThan, int limit) {
        String where = WITHIN + (newerThan == null ? "" : NEWER);
        return interactions(conversation.contact(), where, UP, newerThan, range(conversation), limit);
    }

    /** These interactions, in the order given. */
    List<Interaction> inOrder(List<UUID> ids) {
        Map<UUID, Interaction> found = new HashMap<>();
        find(ids.stream().map(InteractionId::new).toList())
                .forEach(interaction -> found.put(interaction.id().value(), interaction));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Beat> beats(ContactId contact, int limit) {
        return sql.list(
                """
                select author, occurred_at, account, conversation_id from crm_interaction
                where tenant_id = :tenant and contact_id = ? and kind = 0
                order by tenant_id desc, contact_id desc, occurred_at desc, id desc fetch first ? rows only""",
                row -> row.id(contact.value()).number(limit),
                row -> new Beat(
                        Codes.AUTHOR.choice(row.getInt("author")),
                        Times.present(row, "occurred_at"),
                        InteractionRows.account(row.getString("account")),
                        new ConversationId(row.getObject("conversation_id", UUID.class))));
    }

    @Override
    public Optional<Instant> heard(ContactId contact, ChannelAccount account, Instant since) {
        return sql.one(
                """
                select occurred_at from crm_interaction
                where tenant_id = :tenant and contact_id = ? and occurred_at >= ? and kind = 0 and author = ?
                    and account = ?
                order by tenant_id desc, contact_id desc, occurred_at desc, id desc fetch first 1 rows only""",
                row -> row.id(contact.value())
                        .time(since)
                        .number(Codes.AUTHOR.code(Author.CUSTOMER))
                        .text(account.toString()),
                row -> Times.present(row, "occurred_at"));
    }

    @Override
    public List<Interaction> find(Collection<InteractionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return session
                .createSelectionQuery(FOUND, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("ids", ids.stream().map(InteractionId::value).toList())
                .getResultList()
                .stream()
                .map(row -> interaction((CrmInteraction) row[0], (CrmDataKey) row[1]))
                .toList();
    }

    @Override
    public List<Interaction> held(Collection<InteractionId> ids) {
        sql.list("""
                select id from crm_interaction where tenant_id = :tenant and id = any(?)
                order by tenant_id, id for update""", row -> row.ids(ids.stream().map(InteractionId::value).toList()), row -> row.getObject(1));
        return find(ids);
    }

    private static Map<String, Object> range(Conversation conversation) {
        return Map.of(
                "openedAt", conversation.openedAt(),
                "lastAt", conversation.lastAt(),
                "conversation", conversation.id().value());
    }

    private List<Interaction> interactions(
            ContactId contact,
            String where,
            String order,
            @Nullable Cursor cursor,
            Map<String, Object> more,
            int limit) {
        Map<String, Object> parameters = new HashMap<>(more);
        if (cursor != null) {
            parameters.put("at", cursor.occurredAt());
            parameters.put("id", cursor.id().value());
        }
        var query = session.createSelectionQuery(INTERACTIONS + where + order, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("contact", contact.value())
                .setMaxResults(limit);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> interaction((CrmInteraction) row[0], (CrmDataKey) row[1]))
                .toList();
    }

    private Interaction interaction(CrmInteraction x, CrmDataKey k) {
        InteractionRows.Columns columns = new InteractionRows.Columns(
                x.id,
                x.contact,
                x.conversation,
                x.account,
                x.kind,
                x.author,
                x.origin,
                x.occurredAt,
                x.receivedAt,
                x.reached,
                x.reachedAt,
                x.arrivedAt,
                x.failedAt,
                x.body,
                x.error);
        return InteractionRows.interaction(columns, sealing.key(k.id, k.wrapped));
    }

    @Override
    public List<Conversation> conversations(ContactId contact, @Nullable Instant openedBefore, int limit) {
        return session
                .createSelectionQuery("""
                        from CrmConversation v
                        where v.tenant = :tenant and v.contact = :contact and v.openedAt < :before
                        order by v.tenant desc, v.contact desc, v.openedAt desc, v.id desc""", CrmConversation.class)
                .setParameter("tenant", tenant)
                .setParameter("contact", contact.value())
                .setParameter("before", openedBefore == null ? Times.NEVER : openedBefore)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(JpaTimelines::conversation)
                .toList();
    }

    private static Conversation conversation(CrmConversation v) {
        return new Conversation(
                new ConversationId(v.id),
                new ContactId(v.contact),
                InteractionRows.account(v.account),
                v.openedAt,
                v.lastAt,
                Codes.CONVERSATION.choice(v.state),
                v.latest != null,
                v.seamed,
                new Attention(v.wordAt, v.asked, v.callAt, v.raised));
    }

    @Override
    public Tally tally(Conversation conversation) {
        Map<Author, Integer> counts = new HashMap<>();
        Map<Author, Instant> firsts = new HashMap<>();
        for (Object[] row :
                aggregate(conversation, "x.author, count(*), min(x.occurredAt)", Instant.EPOCH, " group by x.author")) {
            Author author = Codes.AUTHOR.choice((Integer) row[0]);
            counts.put(author, ((Long) row[1]).intValue());
            firsts.put(author, (Instant) row[2]);
        }
        Instant asked = firsts.get(Author.CUSTOMER);
        return new Tally(
                counts.getOrDefault(Author.CUSTOMER, 0),
                counts.getOrDefault(Author.BOT, 0),
                counts.getOrDefault(Author.AGENT, 0),
                counts.getOrDefault(Author.SYSTEM, 0),
                asked,
                asked == null ? null : answered(conversation, asked));
    }

    private @Nullable Instant answered(Conversation conversation, Instant asked) {
        return (Instant) aggregate(conversation, "1, min(x.occurredAt)", asked, " and x.author in (1, 2)")
                .get(0)[1];
    }

    private List<Object[]> aggregate(Conversation conversation, String what, Instant from, String rest) {
        var query = session.createSelectionQuery(
                        "select " + what + " from CrmInteraction x where x.tenant = :tenant and x.contact = :contact"
                                + WITHIN + " and x.occurredAt >= :from" + rest,
                        Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("contact", conversation.contact().value())
                .setParameter("from", from);
        range(conversation).forEach(query::setParameter);
        return query.getResultList();
    }
}
