-- What figures over all contacts are read off: follows from what was told of appointments and payments. Kinds: payment,
-- refund, order, attended appointment. Services, staff and sources by ids that are keyed hashes of their names.
create table if not exists crm_sale (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    at timestamp(6) with time zone not null,
    id uuid not null,
    kind smallint not null,
    currency char(3),
    amount decimal(30, 6),
    service_id uuid,
    staff_id uuid,
    primary key (tenant_id, contact_id, at, id),
    constraint crm_sale_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);

-- By which campaign an appointment, payment or order came.
create table if not exists crm_touch (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    at timestamp(6) with time zone not null,
    id uuid not null,
    source_id uuid not null,
    primary key (tenant_id, contact_id, at, id),
    constraint crm_touch_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);

create table if not exists crm_label (
    tenant_id varchar(63) not null,
    id uuid not null,
    data_key_id uuid not null,
    sealed varbinary not null,
    primary key (tenant_id, id)
);

-- The advertisement or post a message came by; it goes where the message goes.
alter table crm_interaction add column if not exists source_id uuid;
