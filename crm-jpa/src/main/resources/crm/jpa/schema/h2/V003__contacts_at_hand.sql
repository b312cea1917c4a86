-- What people add to contacts. status of crm_contact is 0 where it follows from activity.

-- The id of a tag is a keyed hash of its category and name.
create table if not exists crm_tag (
    tenant_id varchar(63) not null,
    id uuid not null,
    category smallint not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id)
);

create table if not exists crm_contact_tag (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    category smallint not null,
    tag_id uuid not null,
    primary key (tenant_id, contact_id, tag_id),
    constraint crm_contact_tag_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id),
    constraint crm_contact_tag_tag foreign key (tenant_id, tag_id) references crm_tag (tenant_id, id)
);
create index if not exists crm_contact_tag_tagged on crm_contact_tag (tenant_id, category, tag_id, contact_id);

create table if not exists crm_note (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid not null,
    written_at timestamp(6) with time zone not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    constraint crm_note_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index if not exists crm_note_written on crm_note (tenant_id, contact_id, written_at, id);

-- token is a keyed hash of what may be searched exactly, amount what may be searched by range, in the clear.
create table if not exists crm_attribute (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    name varchar(40) not null,
    data_key_id uuid not null,
    sealed bytea not null,
    token bigint,
    amount decimal(30, 6),
    primary key (tenant_id, contact_id, name),
    constraint crm_attribute_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index if not exists crm_attribute_token on crm_attribute (tenant_id, name, token, contact_id);
create index if not exists crm_attribute_amount on crm_attribute (tenant_id, name, amount, contact_id);
