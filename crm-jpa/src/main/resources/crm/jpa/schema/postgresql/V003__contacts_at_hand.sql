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

-- The list by last contact and by interactions. Every message changes both, so that no update of a contact's activity
-- is confined to the table: four narrow indexes are written instead of two.
create index crm_activity_last on crm_contact_activity (tenant_id, last_at, contact_id);
create index crm_activity_interactions on crm_contact_activity (tenant_id, interactions, contact_id);

-- Keyed hashes of what contacts are found by: beginnings of names (part 0), ends of phones and other addresses (part 1).
create table crm_contact_term (
    tenant_id varchar(63) not null,
    token bigint not null,
    contact_id uuid not null,
    part smallint not null,
    primary key (tenant_id, token, contact_id)
);
create index crm_contact_term_contact on crm_contact_term (tenant_id, contact_id, part);

-- Keyed hashes of the words of interactions, several words sharing one; 12 of their bits are the tenant's, so that in
-- the index, which the tenant cannot lead, tenants lie apart all the same.
create table crm_interaction_words (
    tenant_id varchar(63) not null,
    occurred_at timestamp(6) with time zone not null,
    interaction_id uuid not null,
    words int4[] not null,
    primary key (tenant_id, occurred_at, interaction_id)
);
create index crm_interaction_words_words on crm_interaction_words using gin (words)
    with (fastupdate = on, gin_pending_list_limit = 256);

-- How far the index has been made anew, and by which version of words and keys.
create table crm_search_index (
    tenant_id varchar(63) not null,
    version int not null,
    epoch int not null,
    after_contact uuid not null,
    after_interaction uuid not null,
    primary key (tenant_id)
);

do $$
declare
    t text;
begin
    foreach t in array array['crm_tag', 'crm_contact_tag', 'crm_note', 'crm_attribute', 'crm_contact_term', 'crm_search_index'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;

-- What is searched is part of the wall: an operator on arrays is not leakproof, and would never use its index for a
-- condition that comes after the wall. Without words all of the tenant's rows are seen.
alter table crm_interaction_words enable row level security;
alter table crm_interaction_words force row level security;
create policy crm_tenant on crm_interaction_words
    using (tenant_id = current_setting('crm.tenant', true)
        and words @> coalesce(nullif(current_setting('crm.words', true), ''), '{}')::int4[])
    with check (tenant_id = current_setting('crm.tenant', true));
