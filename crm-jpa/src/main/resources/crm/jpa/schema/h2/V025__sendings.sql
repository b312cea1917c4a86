-- Messages on their way out, noted before the provider is called: so none is sent twice, whoever dies. Whom they go to
-- and what they say is sealed. advice is what has to be put right, 0 for nothing.
create table if not exists crm_sending (
    tenant_id varchar(63) not null,
    id uuid not null,
    request_key varbinary not null,
    contact_id uuid not null,
    bulk_id uuid,
    account varchar(170) not null,
    purpose smallint not null,
    asked_by varchar not null,
    asked_at timestamp(6) with time zone not null,
    state smallint not null,
    at timestamp(6) with time zone not null,
    calls integer not null,
    code integer not null,
    advice smallint not null,
    interaction_id uuid,
    data_key_id uuid not null,
    sealed varbinary not null,
    primary key (tenant_id, id),
    constraint crm_sending_once unique (tenant_id, request_key),
    constraint crm_sending_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index if not exists crm_sending_of on crm_sending (tenant_id, contact_id, asked_at, id);
