package io.crmkit.jpa;

import static io.crmkit.jpa.RecallQuery.branch;

/** The statement behind a recall on H2. */
final class H2Recall {
    private static final String CONTACTS = """
            (select i.contact_id from crm_identifier i where i.tenant_id = :tenant and i.key_hash = any(?)
            union all
            select c.id from crm_contact c where c.tenant_id = :tenant and c.id = any(?)
            union all
            select x.contact_id from crm_interaction x where x.tenant_id = :tenant and x.ref_hash = any(?))""";

    /**
     * Its parameters beside the tenant: keys; keys, contacts, messages; accounts, keys, contacts, messages; messages;
     * messages; statements; keys; messages; messages.
     */
    static final String SQL = String.join(
            "\nunion all\n",
            branch(RecallQuery.HOLDER, RecallQuery.holderColumns(), """
                    from crm_identifier i where i.tenant_id = :tenant and i.key_hash = any(?)"""),
            branch(RecallQuery.CONTACT, RecallQuery.contactColumns(), """
                    from crm_contact c
                    join crm_contact_activity a on a.tenant_id = c.tenant_id and a.contact_id = c.id
                    join crm_data_key k on k.tenant_id = c.tenant_id and k.id = c.data_key_id
                    where c.tenant_id = :tenant and c.id in\s""" + CONTACTS),
            branch(RecallQuery.CONVERSATION, RecallQuery.conversationColumns(), """
                    from crm_conversation v
                    where v.tenant_id = :tenant and v.account = any(?) and v.latest = 1 and v.contact_id in\s""" + CONTACTS),
            branch(RecallQuery.INTERACTION, RecallQuery.interactionColumns(), """
                    from crm_interaction x
                    join crm_data_key k on k.tenant_id = x.tenant_id and k.id = x.data_key_id
                    where x.tenant_id = :tenant and x.ref_hash = any(?)"""),
            branch(RecallQuery.PENDING, RecallQuery.pendingColumns(), """
                    from crm_pending_update p
                    join crm_data_key k on k.tenant_id = p.tenant_id and k.id = p.data_key_id
                    where p.tenant_id = :tenant and p.target_hash = any(?)"""),
            branch(RecallQuery.STATEMENT, RecallQuery.statementColumns(), """
                    from crm_identity_statement s where s.tenant_id = :tenant and s.id = any(?)"""),
            branch(RecallQuery.ERASED_KEY, RecallQuery.erasedKeyColumns(), """
                    from crm_erased_key e where e.tenant_id = :tenant and e.key_hash = any(?)"""),
            branch(RecallQuery.ERASED_MESSAGE, RecallQuery.erasedMessageColumns(), """
                    from crm_erased_message e where e.tenant_id = :tenant and e.ref_hash = any(?)"""),
            // Its key is gone, and it itself will be.
            branch(RecallQuery.ERASED_MESSAGE, RecallQuery.erasedMessageColumns(), """
                    from crm_interaction e where e.tenant_id = :tenant and e.ref_hash = any(?) and not exists (
                        select 1 from crm_data_key k where k.tenant_id = :tenant and k.id = e.data_key_id)"""));

    private H2Recall() {}
}
