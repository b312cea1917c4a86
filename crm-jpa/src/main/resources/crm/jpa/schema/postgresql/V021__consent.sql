-- What people agreed to be sent, or not. A ledger for each contact, whose entries never change; said_id is the message
-- or notice in which they said so.
create table crm_consent (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid not null,
    purpose smallint not null,
    channel varchar(40) not null,
    granted boolean not null,
    stated_at timestamp(6) with time zone not null,
    recorded_at timestamp(6) with time zone not null,
    evidence smallint not null,
    said_id uuid,
    stated_by varchar not null,
    text_version varchar(100),
    primary key (tenant_id, id),
    constraint crm_consent_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index crm_consent_of on crm_consent (tenant_id, contact_id, stated_at);

-- The last word on an identifier, by a hash under a key of its own; it outlives the contact.
create table crm_suppression (
    tenant_id varchar(63) not null,
    key_hash bytea not null,
    purpose smallint not null,
    channel varchar(40) not null,
    granted boolean not null,
    since timestamp(6) with time zone not null,
    primary key (tenant_id, key_hash, purpose, channel)
);

do $$
declare
    t text;
begin
    foreach t in array array['crm_consent', 'crm_suppression'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
