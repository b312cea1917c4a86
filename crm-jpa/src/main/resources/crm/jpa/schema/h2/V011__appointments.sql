-- What criteria ask of appointments and payments. What was told of them is in the timeline, sealed; these rows follow
-- from it. The id of an appointment is a keyed hash of the scheduler's.

create table if not exists crm_appointment (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    id uuid not null,
    status smallint not null,
    starts_at timestamp(6) with time zone,
    booked_at timestamp(6) with time zone not null,
    primary key (tenant_id, contact_id, id),
    constraint crm_appointment_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index if not exists crm_appointment_starts on crm_appointment (tenant_id, status, starts_at, contact_id);

-- What a contact's appointments and payments come to, by name: how many of each status, how much of each currency.
create table if not exists crm_figure (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    name varchar(40) not null,
    amount decimal(30, 6) not null,
    primary key (tenant_id, contact_id, name),
    constraint crm_figure_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index if not exists crm_figure_amount on crm_figure (tenant_id, name, amount, contact_id);
