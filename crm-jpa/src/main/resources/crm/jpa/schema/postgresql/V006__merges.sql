-- Merges by hand: who was said to be one person, by whom and when, and until when it stood.
-- A side is a contact and whoever held an identifier at a time. Sealed is what both were called before, null once undone.

create table crm_merge (
    tenant_id varchar(63) not null,
    id uuid not null,
    survivor_id uuid not null,
    survivor_key bytea not null,
    survivor_at timestamp(6) with time zone not null,
    absorbed_id uuid not null,
    absorbed_key bytea not null,
    absorbed_at timestamp(6) with time zone not null,
    actor varchar not null,
    merged_at timestamp(6) with time zone not null,
    survivor_status smallint not null,
    data_key_id uuid not null,
    sealed bytea,
    undone_by varchar,
    undone_at timestamp(6) with time zone,
    primary key (tenant_id, id)
);
create index crm_merge_survivor on crm_merge (tenant_id, survivor_id);
create index crm_merge_survivor_key on crm_merge (tenant_id, survivor_key);
create index crm_merge_absorbed_key on crm_merge (tenant_id, absorbed_key);

-- Rows that a merge took to the survivor and that go back when it is undone.
create table crm_merge_moved (
    tenant_id varchar(63) not null,
    merge_id uuid not null,
    table_name varchar(63) not null,
    row_id uuid not null,
    primary key (tenant_id, merge_id, table_name, row_id)
);

create index crm_contact_joined on crm_contact (tenant_id, joined_into) where joined_into is not null;
create index crm_holding_holder on crm_holding (tenant_id, contact_id);

do $$
declare
    t text;
begin
    foreach t in array array['crm_merge', 'crm_merge_moved'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
