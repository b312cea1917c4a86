-- Since when a contact is not to be used; null if it may be.
alter table crm_contact add column if not exists restricted_at timestamp(6) with time zone;
