package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Conversation;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Conversations as rows. */
final class ConversationRows {
    private ConversationRows() {}

    /** Adds or replaces conversations, by id, in the order given. */
    static void put(Sql sql, List<Conversation> conversations) {
        for (Conversation c : conversations) {
            int known = sql.update("""
                    update crm_conversation set contact_id = ?, account = ?, opened_at = ?, last_at = ?, state = ?,
                        seamed = ?, latest = ?, word_at = ?, asked = ?, call_at = ?, raised = ?
                    where tenant_id = :tenant and id = ?""", row -> columns(row, c).id(c.id().value()));
            if (known == 0) {
                sql.update("""
                        insert into crm_conversation
                            (contact_id, account, opened_at, last_at, state, seamed, latest, word_at, asked, call_at,
                            raised, id, tenant_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, :tenant)""", row -> columns(row, c).id(c.id().value()));
            }
        }
    }

    private static Row columns(Row row, Conversation c) throws SQLException {
        return row.id(c.contact().value())
                .text(c.account().toString())
                .time(c.openedAt())
                .time(c.lastAt())
                .number(Codes.CONVERSATION.code(c.state()))
                .flag(c.seamed())
                .optional(c.latest() ? 1 : null)
                .time(c.attention().wordAt())
                .flag(c.attention().asked())
                .time(c.attention().callAt())
                .flag(c.attention().raised());
    }

    /** Takes a line's conversations away, but for those kept, and none of them is the latest any more. */
    static void clear(Sql sql, ContactId contact, ChannelAccount account, Collection<UUID> kept) {
        sql.update(
                "update crm_conversation set latest = null where tenant_id = :tenant and contact_id = ? and account = ?",
                row -> row.id(contact.value()).text(account.toString()));
        sql.update("""
                delete from crm_conversation
                where tenant_id = :tenant and contact_id = ? and account = ? and not (id = any(?))""", row -> row.id(contact.value()).text(account.toString()).ids(kept));
    }
}
