-- What people asked for who have a right to it, and by when. Nothing personal: ids, times and codes, so that it outlives
-- an erasure. extension and refusal are 0 where there is none.
create table if not exists crm_request (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid not null,
    kind smallint not null,
    regime smallint not null,
    reference varchar(100) not null,
    opened_by varchar not null,
    received_at timestamp(6) with time zone not null,
    due_at timestamp(6) with time zone not null,
    extension smallint not null,
    state smallint not null,
    refusal smallint not null,
    closed_at timestamp(6) with time zone,
    primary key (tenant_id, id)
);
create index if not exists crm_request_of on crm_request (tenant_id, contact_id);
create index if not exists crm_request_due on crm_request (tenant_id, state, due_at, id);
create index if not exists crm_request_closed on crm_request (tenant_id, closed_at);
