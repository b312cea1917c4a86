-- Capture: tenants' keys, contacts and who is who, conversations, interactions, and what waits.
-- What is sealed is bytea: a format byte, an initialisation vector, ciphertext and tag. Hashes are keyed.

create table crm_root_check (
    id smallint primary key,
    wrapped bytea not null
);

create table crm_tenant_key (
    tenant_id varchar(63) not null,
    purpose varchar(16) not null,
    version int not null,
    wrapped bytea not null,
    created_at timestamp(6) with time zone default current_timestamp not null,
    primary key (tenant_id, purpose, version)
);

create table crm_data_key (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid,
    wrapped bytea not null,
    primary key (tenant_id, id)
);
-- Partial, so that nothing but a contact is ever looked up by it, not even before statistics are there.
create index crm_data_key_contact on crm_data_key (tenant_id, contact_id) where contact_id is not null;

create table crm_contact (
    tenant_id varchar(63) not null,
    id uuid not null,
    status smallint not null,
    data_key_id uuid not null,
    display_name bytea,
    username bytea,
    created_at timestamp(6) with time zone not null,
    joined_into uuid,
    joined_at timestamp(6) with time zone,
    joined_by bytea,
    primary key (tenant_id, id),
    constraint crm_contact_key foreign key (tenant_id, data_key_id) references crm_data_key (tenant_id, id)
);

-- What a message changes, apart from what it does not. A contact nothing happened with has first_at in the far future.
-- epoch rises with whatever changes what a capture knows of the contact, so that nobody adds to it on older knowledge.
create table crm_contact_activity (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    first_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    interactions int not null,
    from_customer int not null,
    from_business int not null,
    named_at timestamp(6) with time zone,
    username_at timestamp(6) with time zone,
    epoch int default 0 not null,
    primary key (tenant_id, contact_id),
    constraint crm_activity_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index crm_activity_first on crm_contact_activity (tenant_id, first_at, contact_id);

create table crm_identifier (
    tenant_id varchar(63) not null,
    key_hash bytea not null,
    contact_id uuid,
    held_since timestamp(6) with time zone,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, key_hash),
    constraint crm_identifier_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index crm_identifier_holder on crm_identifier (tenant_id, contact_id) where contact_id is not null;

-- Who held an identifier before its present holder.
create table crm_holding (
    tenant_id varchar(63) not null,
    key_hash bytea not null,
    until_at timestamp(6) with time zone not null,
    contact_id uuid,
    primary key (tenant_id, key_hash, until_at)
);

create table crm_identity_statement (
    tenant_id varchar(63) not null,
    id bytea not null,
    stated_at timestamp(6) with time zone not null,
    listed boolean not null,
    primary key (tenant_id, id)
);

create table crm_identity_member (
    tenant_id varchar(63) not null,
    key_hash bytea not null,
    statement_id bytea not null,
    former boolean not null,
    primary key (tenant_id, key_hash, statement_id, former),
    constraint crm_member_statement foreign key (tenant_id, statement_id)
        references crm_identity_statement (tenant_id, id)
);
create index crm_member_by_statement on crm_identity_member (tenant_id, statement_id);

create table crm_identity_conflict (
    tenant_id varchar(63) not null,
    one_id uuid not null,
    other_id uuid not null,
    statement_id bytea not null,
    noted_at timestamp(6) with time zone default current_timestamp not null,
    primary key (tenant_id, one_id, other_id)
);
create index crm_conflict_other on crm_identity_conflict (tenant_id, other_id);

-- latest is 1 on the latest conversation of a contact on an account and null on the others: there is one at most.
create table crm_conversation (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid not null,
    account varchar(170) not null,
    opened_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    state smallint not null,
    seamed boolean not null,
    latest smallint,
    primary key (tenant_id, id),
    constraint crm_conversation_latest unique (tenant_id, contact_id, account, latest),
    constraint crm_conversation_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index crm_conversation_opened on crm_conversation (tenant_id, contact_id, opened_at);

-- No foreign keys: each would lock a row that other captures change.
create table crm_interaction (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid not null,
    conversation_id uuid not null,
    ref_hash bytea not null,
    route_hash bytea not null,
    account varchar(170) not null,
    kind smallint not null,
    author smallint not null,
    origin smallint not null,
    occurred_at timestamp(6) with time zone not null,
    received_at timestamp(6) with time zone not null,
    reached smallint not null,
    reached_at timestamp(6) with time zone,
    arrived_at timestamp(6) with time zone,
    failed_at timestamp(6) with time zone,
    data_key_id uuid not null,
    body bytea not null,
    error bytea,
    primary key (tenant_id, id),
    constraint crm_interaction_ref unique (tenant_id, ref_hash)
);
create index crm_interaction_timeline on crm_interaction (tenant_id, contact_id, occurred_at, id);

create table crm_pending_update (
    tenant_id varchar(63) not null,
    target_hash bytea not null,
    digest bytea not null,
    received_at timestamp(6) with time zone not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, target_hash, digest)
);

create table crm_set_aside (
    tenant_id varchar(63) not null,
    id uuid not null,
    received_at timestamp(6) with time zone not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id)
);
