-- Since when a contact is not to be used; null if it may be.
alter table crm_contact add column restricted_at timestamp(6) with time zone;
create index crm_contact_restricted on crm_contact (tenant_id, id) where restricted_at is not null;
