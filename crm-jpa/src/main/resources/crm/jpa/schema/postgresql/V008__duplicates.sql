-- Who may be the same person as whom.

-- Keyed hashes of what contacts that are one person share: the sound of names (part 0), addresses held (part 1), what
-- was stated of either (part 2). Negative are those of addresses, so that they come first; who shares one lies together.
create table crm_contact_mark (
    tenant_id varchar(63) not null,
    token bigint not null,
    contact_id uuid not null,
    part smallint not null,
    primary key (tenant_id, token, contact_id, part)
);
create index crm_contact_mark_contact on crm_contact_mark (tenant_id, contact_id, part);

-- Pairs that somebody said to be two, the lower id first, and a keyed hash of what spoke for their being one.
create table crm_not_duplicate (
    tenant_id varchar(63) not null,
    one_id uuid not null,
    other_id uuid not null,
    evidence bytea not null,
    dismissed_by varchar not null,
    dismissed_at timestamp(6) with time zone not null,
    primary key (tenant_id, one_id, other_id)
);
create index crm_not_duplicate_other on crm_not_duplicate (tenant_id, other_id);

do $$
declare
    t text;
begin
    foreach t in array array['crm_contact_mark', 'crm_not_duplicate'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
