package io.crmkit.jpa;

import static io.crmkit.jpa.RecallQuery.branch;

/**
 * The statement behind a recall on PostgreSQL. Whatever the statistics say, even none, each row is fetched by its whole
 * key: a subquery with a limit is never joined in another order. And what is asked for stands in subqueries, so that the
 * number of elements does not count in the estimate and PostgreSQL settles on one plan for every recall; to plan this
 * anew costs several times what it costs to run it.
 */
final class PostgresRecall {
    /** Its parameters beside the tenant: keys; messages; contacts; accounts; statements; keys. */
    static final String SQL = """
            with held as materialized (
                select i.* from unnest((select ?::bytea[])) as q(hash)
                cross join lateral (
                    select i.key_hash, i.contact_id, i.held_since from crm_identifier i
                    where i.tenant_id = :tenant and i.key_hash = q.hash limit 1) i
            ), told as materialized (
                select hash from unnest((select ?::bytea[])) as q(hash)
            ), known as materialized (
                select contact_id from held where contact_id is not null
                union
                select id from unnest((select ?::uuid[])) as id
                union
                select x.contact_id from told
                cross join lateral (select contact_id from crm_interaction x
                    where x.tenant_id = :tenant and x.ref_hash = told.hash limit 1) x
            )
            """
            + String.join(
                    "\nunion all\n",
                    branch(RecallQuery.HOLDER, RecallQuery.holderColumns(), "from held i"),
                    branch(RecallQuery.CONTACT, RecallQuery.contactColumns(), """
                            from known
                            cross join lateral (select * from crm_contact c
                                where c.tenant_id = :tenant and c.id = known.contact_id limit 1) c
                            cross join lateral (select * from crm_contact_activity a
                                where a.tenant_id = :tenant and a.contact_id = known.contact_id limit 1) a
                            cross join lateral (select * from crm_data_key k
                                where k.tenant_id = :tenant and k.id = c.data_key_id limit 1) k"""),
                    branch(RecallQuery.CONVERSATION, RecallQuery.conversationColumns(), """
                            from known
                            cross join unnest((select ?::varchar[])) as q(account)
                            cross join lateral (select * from crm_conversation v
                                where v.tenant_id = :tenant and v.contact_id = known.contact_id
                                    and v.account = q.account and v.latest = 1 limit 1) v"""),
                    branch(RecallQuery.INTERACTION, RecallQuery.interactionColumns(), """
                            from told
                            cross join lateral (select * from crm_interaction x
                                where x.tenant_id = :tenant and x.ref_hash = told.hash limit 1) x
                            cross join lateral (select * from crm_data_key k
                                where k.tenant_id = :tenant and k.id = x.data_key_id limit 1) k"""),
                    branch(RecallQuery.PENDING, RecallQuery.pendingColumns(), """
                            from told
                            cross join lateral (select * from crm_pending_update p
                                where p.tenant_id = :tenant and p.target_hash = told.hash offset 0) p
                            cross join lateral (select * from crm_data_key k
                                where k.tenant_id = :tenant and k.id = p.data_key_id limit 1) k"""),
                    branch(RecallQuery.STATEMENT, RecallQuery.statementColumns(), """
                            from unnest((select ?::bytea[])) as q(hash)
                            cross join lateral (select * from crm_identity_statement s
                                where s.tenant_id = :tenant and s.id = q.hash limit 1) s"""),
                    branch(RecallQuery.ERASED_KEY, RecallQuery.erasedKeyColumns(), """
                            from unnest((select ?::bytea[])) as q(hash)
                            cross join lateral (select * from crm_erased_key e
                                where e.tenant_id = :tenant and e.key_hash = q.hash offset 0) e"""),
                    branch(RecallQuery.ERASED_MESSAGE, RecallQuery.erasedMessageColumns(), """
                            from told
                            cross join lateral (select * from crm_erased_message e
                                where e.tenant_id = :tenant and e.ref_hash = told.hash limit 1) e"""),
                    // Its key is gone, and it itself will be.
                    branch(RecallQuery.ERASED_MESSAGE, RecallQuery.erasedMessageColumns(), """
                            from told
                            cross join lateral (select * from crm_interaction x
                                where x.tenant_id = :tenant and x.ref_hash = told.hash limit 1) e
                            where not exists (select 1 from crm_data_key k
                                where k.tenant_id = :tenant and k.id = e.data_key_id)"""));

    private PostgresRecall() {}
}
