-- Who did what with whose data, never what the data say. Nothing personal: ids, pseudonyms of actors, names of use cases
-- and fields. filter_hash is a keyed hash of what was searched by. seq and seal are null until the entry is sealed: then
-- seq is its place in the tenant's chain, and seal the hash of the seal before it, seq, the entry and its contacts.
create table crm_audit (
    tenant_id varchar(63) not null,
    happened_at timestamp(6) with time zone not null,
    id uuid not null,
    actor varchar not null,
    role varchar not null,
    action varchar not null,
    outcome smallint not null,
    fields varchar not null,
    purpose varchar not null,
    request varchar not null,
    filter_hash bytea,
    things int not null,
    seq bigint,
    seal bytea,
    primary key (tenant_id, happened_at, id),
    constraint crm_audit_place unique (tenant_id, seq)
);
create index crm_audit_actor on crm_audit (tenant_id, actor, happened_at, id);

-- Whose data an entry is about. The id is a pseudonym and leads nowhere once the contact is erased.
create table crm_audit_contact (
    tenant_id varchar(63) not null,
    happened_at timestamp(6) with time zone not null,
    entry_id uuid not null,
    contact_id uuid not null,
    primary key (tenant_id, happened_at, entry_id, contact_id)
);
create index crm_audit_contact_seen on crm_audit_contact (tenant_id, contact_id, happened_at, entry_id);

-- The end of a tenant's chain. proof is a keyed hash of it; handed is the place whose checkpoint was handed over last.
create table crm_audit_chain (
    tenant_id varchar(63) not null,
    seq bigint not null,
    seal bytea not null,
    proof bytea not null,
    handed bigint not null,
    primary key (tenant_id)
);

do $$
declare
    t text;
begin
    foreach t in array array['crm_audit', 'crm_audit_contact', 'crm_audit_chain'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
    end loop;
    foreach t in array array['crm_audit', 'crm_audit_contact'] loop
        execute format(
            'create policy crm_tenant_read on %I for select using (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;

-- Entries are added and sealed once; no statement changes a sealed one or removes any, also not of the tables' owner.
create policy crm_tenant_add on crm_audit for insert
    with check (tenant_id = current_setting('crm.tenant', true) and seq is null);
create policy crm_tenant_seal on crm_audit for update
    using (tenant_id = current_setting('crm.tenant', true) and seq is null)
    with check (tenant_id = current_setting('crm.tenant', true) and seq is not null);
create policy crm_tenant_add on crm_audit_contact for insert
    with check (tenant_id = current_setting('crm.tenant', true));
create policy crm_tenant on crm_audit_chain using (tenant_id = current_setting('crm.tenant', true))
    with check (tenant_id = current_setting('crm.tenant', true));
