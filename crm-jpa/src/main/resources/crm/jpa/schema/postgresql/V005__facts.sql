-- What is known about contacts, and what it rests on. Sealed with a data key of the contact: values, keys, quotes.

create table crm_fact (
    tenant_id varchar(63) not null,
    id uuid not null,
    contact_id uuid not null,
    fingerprint bytea not null,
    type varchar(24) not null,
    state varchar(12) not null,
    valid_from timestamp(6) with time zone,
    valid_to timestamp(6) with time zone,
    recorded_at timestamp(6) with time zone not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    constraint crm_fact_once unique (tenant_id, contact_id, fingerprint),
    constraint crm_fact_contact foreign key (tenant_id, contact_id) references crm_contact (tenant_id, id)
);

-- The id follows from fact, message, place and extractor, so that the same place counts once.
create table crm_fact_evidence (
    tenant_id varchar(63) not null,
    id uuid not null,
    fact_id uuid not null,
    interaction_id uuid not null,
    span_start int not null,
    span_end int not null,
    extractor varchar(100) not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    constraint crm_evidence_fact foreign key (tenant_id, fact_id) references crm_fact (tenant_id, id)
);
create index crm_evidence_of_fact on crm_fact_evidence (tenant_id, fact_id);
create index crm_evidence_of_message on crm_fact_evidence (tenant_id, interaction_id);

-- Which extractor, in which version, has read a message, and what the message shows.
create table crm_reading (
    tenant_id varchar(63) not null,
    interaction_id uuid not null,
    extractor varchar(100) not null,
    reader varchar(64) not null,
    read_at timestamp(6) with time zone not null,
    data_key_id uuid not null,
    insight bytea,
    primary key (tenant_id, interaction_id, extractor)
);

create table crm_extraction_spending (
    tenant_id varchar(63) not null,
    spent_on varchar(10) not null,
    extractor varchar(100) not null,
    tokens bigint not null,
    primary key (tenant_id, spent_on, extractor)
);

do $$
declare
    t text;
begin
    foreach t in array array['crm_fact', 'crm_fact_evidence', 'crm_reading', 'crm_extraction_spending'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
