-- Erasing people. A data key goes before the rows it sealed.
alter table crm_contact drop constraint if exists crm_contact_key;

-- By which identifier an update came that waits for its message; null in rows of an older version.
alter table crm_pending_update add column if not exists route_hash bytea;
create index if not exists crm_pending_update_route on crm_pending_update (tenant_id, route_hash);

-- Who had somebody erased and when; removed and remaining are counts by table.
create table if not exists crm_erasure (
    tenant_id varchar(63) not null,
    id uuid not null,
    erased_by varchar not null,
    erased_at timestamp(6) with time zone not null,
    completed_at timestamp(6) with time zone,
    removed varchar(8000) not null,
    remaining varchar(8000) not null,
    primary key (tenant_id, id)
);

-- Ids that lead nowhere.
create table if not exists crm_erased_contact (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    erasure_id uuid not null,
    primary key (tenant_id, contact_id)
);
create index if not exists crm_erased_contact_of on crm_erased_contact (tenant_id, erasure_id);

-- When an identifier was an erased person's: after after_at, or from the first where that is null, until until_at.
create table if not exists crm_erased_key (
    tenant_id varchar(63) not null,
    key_hash bytea not null,
    until_at timestamp(6) with time zone not null,
    after_at timestamp(6) with time zone,
    erasure_id uuid not null,
    primary key (tenant_id, key_hash, until_at)
);
create index if not exists crm_erased_key_of on crm_erased_key (tenant_id, erasure_id);

-- Messages of erased people, and what was kept aside of them, by the hashes under which they would come back.
create table if not exists crm_erased_message (
    tenant_id varchar(63) not null,
    ref_hash bytea not null,
    primary key (tenant_id, ref_hash)
);
