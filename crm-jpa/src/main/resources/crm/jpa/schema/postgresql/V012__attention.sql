-- Who is to speak next in a conversation: the last word and whether it is the customer's; when a person was last called
-- for, or that was resolved, and which of both.

alter table crm_conversation add column word_at timestamp(6) with time zone;
alter table crm_conversation add column asked boolean default false not null;
alter table crm_conversation add column call_at timestamp(6) with time zone;
alter table crm_conversation add column raised boolean default false not null;
