-- Work to be done later. Nothing personal: ids, kinds and times; an error is a class and an advice.
-- Leased work has the end of the lease as due_at; parked work has the far future.
create table crm_due (
    tenant_id varchar(63) not null,
    subject uuid not null,
    kind smallint not null,
    due_at timestamp(6) with time zone not null,
    generation int not null,
    attempts int not null,
    leased boolean not null,
    parked boolean not null,
    error varchar(500),
    primary key (tenant_id, subject, kind)
);
create index crm_due_of_tenant on crm_due (tenant_id, kind, due_at);
-- The one index that begins with no tenant, for the one question asked across tenants: where is work due?
create index crm_due_next on crm_due (kind, due_at, tenant_id);
alter table crm_due enable row level security;
alter table crm_due force row level security;
create policy crm_tenant on crm_due using (tenant_id = current_setting('crm.tenant', true))
    with check (tenant_id = current_setting('crm.tenant', true));
-- For that question alone; work is claimed and finished tenant by tenant.
create policy crm_look on crm_due for select using (current_setting('crm.look', true) = 'due');
