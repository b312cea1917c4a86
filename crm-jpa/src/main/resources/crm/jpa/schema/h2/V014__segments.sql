-- What segments ask that was not yet asked: what facts say, what mood messages show, and who waits for an answer.

-- A keyed hash of a fact's type and key; of the mood of a message, and how sure its reader is, from 0 to 1,000.
alter table crm_fact add column if not exists key_token bigint;
create index if not exists crm_fact_said on crm_fact (tenant_id, type, key_token, contact_id);
alter table crm_reading add column if not exists mood bigint;
alter table crm_reading add column if not exists certainty smallint;
create index if not exists crm_reading_mood on crm_reading (tenant_id, mood, interaction_id);

-- Who waits, for how long, and for whom a person was called.
create index if not exists crm_conversation_waiting on crm_conversation (tenant_id, asked, state, word_at, contact_id);
create index if not exists crm_conversation_called on crm_conversation (tenant_id, raised, state, contact_id);

-- Smart lists. The id is a keyed hash of the key; sealed are key, name and criterion.
create table if not exists crm_segment (
    tenant_id varchar(63) not null,
    id uuid not null,
    data_key_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id)
);
