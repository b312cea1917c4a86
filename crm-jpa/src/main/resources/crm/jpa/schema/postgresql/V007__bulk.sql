-- Changes to many contacts. Sealed is what was asked for; request_key is a keyed hash of the host's name for the request.
-- reached is the contact the job has come to, in order of their ids.
create table crm_bulk (
    tenant_id varchar(63) not null,
    id uuid not null,
    request_key bytea not null,
    started_by varchar not null,
    started_at timestamp(6) with time zone not null,
    state smallint not null,
    chosen int not null,
    done int not null,
    unchanged int not null,
    refused int not null,
    reached uuid,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    constraint crm_bulk_once unique (tenant_id, request_key)
);

-- The contacts a job chose, and what became of each; outcome is 0 until it is dealt with.
create table crm_bulk_contact (
    tenant_id varchar(63) not null,
    bulk_id uuid not null,
    contact_id uuid not null,
    outcome smallint not null,
    primary key (tenant_id, bulk_id, contact_id),
    constraint crm_bulk_contact_job foreign key (tenant_id, bulk_id) references crm_bulk (tenant_id, id)
);

do $$
declare
    t text;
begin
    foreach t in array array['crm_bulk', 'crm_bulk_contact'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
