-- Reports that come by themselves. The id is a keyed hash of the key; sealed are what is made, where it goes and in whose
-- name.
create table crm_report (
    tenant_id varchar(63) not null,
    id uuid not null,
    next_at timestamp(6) with time zone not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id)
);

-- What became of each at which moment of its schedule. An error is a class and an advice.
create table crm_report_run (
    tenant_id varchar(63) not null,
    report_id uuid not null,
    planned_at timestamp(6) with time zone not null,
    state smallint not null,
    skipped int not null,
    attempts int not null,
    held_until timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    row_count bigint not null,
    bytes bigint not null,
    error varchar(500),
    primary key (tenant_id, report_id, planned_at),
    constraint crm_report_run_report foreign key (tenant_id, report_id) references crm_report (tenant_id, id)
);

do $$
declare
    t text;
begin
    foreach t in array array['crm_report', 'crm_report_run'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
