-- Who was noticed to be in which segments, so that entering and leaving can be told. The id of a segment is a keyed hash
-- of its key.
create table if not exists crm_membership (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    segment_id uuid not null,
    primary key (tenant_id, contact_id, segment_id)
);

-- The keys of segments anybody was in, sealed.
create table if not exists crm_segment_key (
    tenant_id varchar(63) not null,
    segment_id uuid not null,
    data_key_id uuid not null,
    sealed varbinary not null,
    primary key (tenant_id, segment_id)
);

-- How far it was looked at all contacts by the present definitions, of which there is a digest.
create table if not exists crm_segment_survey (
    tenant_id varchar(63) not null,
    definitions varchar(64) not null,
    begun boolean not null,
    reached_at timestamp(6) with time zone,
    reached_id uuid,
    done boolean not null,
    primary key (tenant_id)
);
