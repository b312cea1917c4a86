package io.crmkit.jpa;

import io.crmkit.interaction.Conversation;
import java.util.Collection;
import java.util.List;

/** Batches of plain statements, for databases without data-modifying common table expressions. */
record PortableHotWrites(Sql sql) implements HotWrites {
    @Override
    public void write(List<NewRow> entries, Collection<Touch> touches, List<Conversation> conversations, After after) {
        sql.each(
                """
                insert into crm_interaction (tenant_id, id, contact_id, conversation_id, ref_hash, route_hash, account,
                    kind, author, origin, occurred_at, received_at, reached, reached_at, arrived_at, failed_at,
                    data_key_id, body, error)
                values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entries,
                (row, e) -> row.id(e.columns().id())
                        .id(e.columns().contact())
                        .id(e.columns().conversation())
                        .bytes(e.ref().bytes())
                        .bytes(e.route().bytes())
                        .text(e.columns().account())
                        .number(e.columns().kind())
                        .number(e.columns().author())
                        .number(e.columns().origin())
                        .time(e.columns().occurredAt())
                        .time(e.columns().receivedAt())
                        .number(e.columns().reached())
                        .time(e.columns().reachedAt())
                        .time(e.columns().arrivedAt())
                        .time(e.columns().failedAt())
                        .id(e.key().id())
                        .bytes(e.columns().body())
                        .bytes(e.columns().error()));
        WordRows.add(sql, entries.stream().map(NewRow::words).toList());
        sql.eachOnce(
                """
                update crm_contact_activity set
                    epoch = epoch + 1, interactions = interactions + ?, from_customer = from_customer + ?,
                    from_business = from_business + ?,
                    first_at = least(first_at, coalesce(?, first_at)), last_at = greatest(last_at, coalesce(?, last_at)),
                    named_at = case when ? then cast(? as timestamp(6) with time zone) else named_at end,
                    username_at = case when ? then cast(? as timestamp(6) with time zone) else username_at end
                where tenant_id = :tenant and contact_id = ? and epoch = ?""",
                touches,
                (row, t) -> row.number(t.interactions())
                        .number(t.fromCustomer())
                        .number(t.fromBusiness())
                        .time(t.first())
                        .time(t.last())
                        .flag(t.named())
                        .time(t.namedAt())
                        .flag(t.named())
                        .time(t.usernameAt())
                        .id(t.contact().value())
                        .number(t.epoch()));
        ConversationRows.put(sql, conversations);
        DueRows.add(sql, after.due());
        EventRows.add(sql, after.told());
    }
}
