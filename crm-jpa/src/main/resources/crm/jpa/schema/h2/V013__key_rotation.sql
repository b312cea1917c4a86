-- Newer keys for what wraps data keys: which version wrapped each; and of a key that wraps no more, up to which data key
-- they were wrapped anew. Null as long as it is the one that wraps.

alter table crm_tenant_key add column if not exists rewrapped_to uuid;
alter table crm_data_key add column if not exists key_version int default 1 not null;
