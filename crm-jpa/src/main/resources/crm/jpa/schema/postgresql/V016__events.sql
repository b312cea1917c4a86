-- What happened, on its way to the host's subscribers. Ids, kinds and times; a word is a name in the program, an error is
-- a class and an advice. The key of a segment is sealed.

-- How many numbers the stream of a contact gave, and until when somebody delivers it.
create table crm_event_stream (
    tenant_id varchar(63) not null,
    contact_id uuid not null,
    numbers bigint not null,
    held_until timestamp(6) with time zone,
    primary key (tenant_id, contact_id)
);

-- An event for one subscriber. Its stream is its contact's, or that of the contact that absorbed it since.
create table crm_event (
    tenant_id varchar(63) not null,
    stream_id uuid not null,
    subscriber varchar(100) not null,
    number bigint not null,
    id uuid not null,
    contact_id uuid not null,
    kind smallint not null,
    raised_at timestamp(6) with time zone not null,
    about_id uuid,
    other_id uuid,
    word varchar(40),
    data_key_id uuid,
    sealed bytea,
    attempts int default 0 not null,
    retry_at timestamp(6) with time zone,
    error varchar(500),
    parked boolean default false not null,
    delivered_at timestamp(6) with time zone,
    primary key (tenant_id, stream_id, subscriber, number)
);
create index crm_event_parked on crm_event (tenant_id, stream_id, subscriber) where parked;

do $$
declare
    t text;
begin
    foreach t in array array['crm_event_stream', 'crm_event'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy crm_tenant on %I using (tenant_id = current_setting(''crm.tenant'', true)) '
            || 'with check (tenant_id = current_setting(''crm.tenant'', true))', t);
    end loop;
end
$$;
