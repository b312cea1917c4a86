-- How far an archive is taken over: so many of its records, and what stands for those. Nothing personal.
create table if not exists crm_move (
    tenant_id varchar(63) not null,
    records bigint not null,
    print bigint not null,
    ended boolean not null,
    primary key (tenant_id)
);
