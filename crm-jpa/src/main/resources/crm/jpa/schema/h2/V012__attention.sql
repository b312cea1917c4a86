-- Who is to speak next in a conversation: the last word and whether it is the customer's; when a person was last called
-- for, or that was resolved, and which of both.

alter table crm_conversation add column if not exists word_at timestamp(6) with time zone;
alter table crm_conversation add column if not exists asked boolean default false not null;
alter table crm_conversation add column if not exists call_at timestamp(6) with time zone;
alter table crm_conversation add column if not exists raised boolean default false not null;
