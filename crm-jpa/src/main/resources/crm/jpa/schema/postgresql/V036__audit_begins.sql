-- Where a tenant's chain begins by now: behind what was kept long enough. begun_seq is the place of the last link that is
-- gone, 0 if none is, begun_seal its seal, and begun_proof a keyed hash of both.
alter table crm_audit_chain add column begun_seq bigint default 0 not null;
alter table crm_audit_chain add column begun_seal bytea;
alter table crm_audit_chain add column begun_proof bytea;

-- What is before the beginning can be removed, and nothing else; then what says whom it was about.
create policy crm_tenant_forget on crm_audit for delete using (tenant_id = current_setting('crm.tenant', true)
    and seq <= (select c.begun_seq from crm_audit_chain c where c.tenant_id = crm_audit.tenant_id));
create policy crm_tenant_forget on crm_audit_contact for delete using (tenant_id = current_setting('crm.tenant', true)
    and not exists (select 1 from crm_audit a where a.tenant_id = crm_audit_contact.tenant_id
        and a.happened_at = crm_audit_contact.happened_at and a.id = crm_audit_contact.entry_id));
