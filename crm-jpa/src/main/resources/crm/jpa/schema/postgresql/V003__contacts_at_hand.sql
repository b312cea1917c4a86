-- What people add to contacts. status of crm_contact is 0 where it follows from activity.

-- The id of a tag is a keyed hash of its category and name.
create table crm_tag (
    tenant_id varchar(63) not null,
    id uuid not null,
    category smallint not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id)
);

create table crm_contact_tag (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    category smallint not null,
    tag_id uuid not null,
    primary key (tenant_id, contact_id, tag_id),
    constraint crm_contact_tag_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id),
    constraint crm_contact_tag_tag foreign key (tenant_id, tag_id) references crm_tag (tenant_id, id)
);
create index crm_contact_tag_tagged on crm_contact_tag (tenant_id, category, tag_id, contact_id);

create table crm_note (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid not null,
    written_at timestamp(6) with time zone not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    constraint crm_note_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index crm_note_written on crm_note (tenant_id, contact_id, written_at, id);

-- token is a keyed hash of what may be searched exactly, amount what may be searched by range, in the clear.
create table crm_attribute (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    name varchar(40) not null,
    data_key_id uuid not null,
    sealed bytea not null,
    token bigint,
    amount decimal(30, 6),
    primary key (tenant_id, contact_id, name),
    constraint crm_attribute_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);
create index crm_attribute_token on crm_attribute (tenant_id, name, token, contact_id);
create index crm_attribute_amount on crm_attribute (tenant_id, name, amount, contact_id);

do $$
declare
    t text;
begin
    foreach t in array array['crm_tag', 'crm_contact_tag', 'crm_note', 'crm_attribute'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
