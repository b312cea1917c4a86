-- The second wall: a statement that forgets the tenant sees and writes nothing. Owners are held to it too.
do $$
declare
    t text;
begin
    foreach t in array array[
        'crm_tenant_key', 'crm_data_key', 'crm_contact', 'crm_contact_activity', 'crm_identifier', 'crm_holding',
        'crm_identity_statement', 'crm_identity_member', 'crm_identity_conflict', 'crm_conversation',
        'crm_interaction', 'crm_pending_update', 'crm_set_aside'
    ] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
