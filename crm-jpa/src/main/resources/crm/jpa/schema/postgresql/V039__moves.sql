-- How far an archive is taken over: so many of its records, and what stands for those. Nothing personal.
create table crm_move (
    tenant_id varchar(63) not null,
    records bigint not null,
    print bigint not null,
    ended boolean not null,
    primary key (tenant_id)
);

alter table crm_move enable row level security;
alter table crm_move force row level security;
create policy crm_tenant on crm_move using (tenant_id = current_setting('crm.tenant', true))
    with check (tenant_id = current_setting('crm.tenant', true));
