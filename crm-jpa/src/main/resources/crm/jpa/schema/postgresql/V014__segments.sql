-- What segments ask that was not yet asked: what facts say, what mood messages show, and who waits for an answer.

-- A keyed hash of a fact's type and key; of the mood of a message, and how sure its reader is, from 0 to 1,000.
alter table crm_fact add column key_token bigint;
create index crm_fact_said on crm_fact (tenant_id, type, key_token, contact_id) where state = 'CURRENT';
alter table crm_reading add column mood bigint;
alter table crm_reading add column certainty smallint;
create index crm_reading_mood on crm_reading (tenant_id, mood, interaction_id) where mood is not null;

-- Who waits, for how long, and for whom a person was called.
create index crm_conversation_waiting on crm_conversation (tenant_id, word_at, contact_id) where state = 0 and asked;
create index crm_conversation_called on crm_conversation (tenant_id, contact_id) where state = 0 and raised;

-- The few entries that are events, found without walking the timeline; messages do not write it.
create index crm_interaction_event on crm_interaction (tenant_id, contact_id, kind, occurred_at)
    where kind between 1 and 99;

-- Smart lists. The id is a keyed hash of the key; sealed are key, name and criterion.
create table crm_segment (
    tenant_id varchar(63) not null,
    id uuid not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id)
);

alter table crm_segment enable row level security;
alter table crm_segment force row level security;
create policy crm_tenant on crm_segment using (tenant_id = current_setting('crm.tenant', true))
    with check (tenant_id = current_setting('crm.tenant', true));
