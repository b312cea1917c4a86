-- When a contact of a broadcast is come back to; null for who is not.
alter table crm_bulk_contact add column if not exists again_at timestamp(6) with time zone;
create index if not exists crm_bulk_contact_again on crm_bulk_contact (tenant_id, bulk_id, again_at, contact_id);

-- What came of a broadcast is read by its messages.
create index if not exists crm_sending_bulk on crm_sending (tenant_id, bulk_id, contact_id);
