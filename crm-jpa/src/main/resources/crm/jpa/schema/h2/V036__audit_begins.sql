-- Where a tenant's chain begins by now: behind what was kept long enough. begun_seq is the place of the last link that is
-- gone, 0 if none is, begun_seal its seal, and begun_proof a keyed hash of both.
alter table crm_audit_chain add column if not exists begun_seq bigint default 0 not null;
alter table crm_audit_chain add column if not exists begun_seal varbinary;
alter table crm_audit_chain add column if not exists begun_proof varbinary;
