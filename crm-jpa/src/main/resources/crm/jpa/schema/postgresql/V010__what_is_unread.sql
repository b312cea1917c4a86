-- Since when there is something to look at, so that nothing earlier has to be; and how many messages are behind it.
alter table crm_due add column since timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00' not null;
alter table crm_due add column messages int default 0 not null;

-- From when on a contact's messages may be unread: everything before was read by this reader.
create table crm_read_up_to (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    extractor varchar(100) not null,
    reader varchar(64) not null,
    unread_from timestamp(6) with time zone not null,
    verified_at timestamp(6) with time zone not null,
    primary key (tenant_id, contact_id, extractor)
);

alter table crm_read_up_to enable row level security;
alter table crm_read_up_to force row level security;
create policy crm_tenant on crm_read_up_to using (tenant_id = current_setting('crm.tenant', true))
    with check (tenant_id = current_setting('crm.tenant', true));

-- When we knew that a fact no longer holds; validity is when the customer said so.
alter table crm_fact add column retracted_at timestamp(6) with time zone;
