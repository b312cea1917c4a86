package io.crmkit.jpa;

import java.util.List;

/** Statements that fill the tables beside those of messages. */
final class RareRows {
    private RareRows() {}

    /** Many years of what is rare. */
    static final List<String> OF_MANY_YEARS =
            List.of("""
            insert into crm_tenant_key (tenant_id, purpose, version, wrapped)
            select 'clinica-norte', 'other', n, sha256(n::text::bytea) from generate_series(1, 5000) n""", """
            insert into crm_contact (tenant_id, id, status, data_key_id, created_at, joined_into)
            select 'clinica-norte', gen_random_uuid(), 0, (
                    select id from crm_data_key where tenant_id = 'clinica-norte' order by id limit 1), now(),
                gen_random_uuid()
            from generate_series(1, 60000)""", """
            insert into crm_merge (tenant_id, id, survivor_id, survivor_key, survivor_at, absorbed_id, absorbed_key,
                absorbed_at, actor, merged_at, survivor_status, data_key_id)
            select 'clinica-norte', gen_random_uuid(), gen_random_uuid(), sha256(n::text::bytea), now(),
                gen_random_uuid(), sha256((-n)::text::bytea), now(), 'owner', now(), 0, gen_random_uuid()
            from generate_series(1, 5000) n""", """
            insert into crm_holding (tenant_id, key_hash, until_at, contact_id)
            select 'clinica-norte', sha256(n::text::bytea), now(), gen_random_uuid() from generate_series(1, 5000) n""", """
            insert into crm_identity_conflict (tenant_id, one_id, other_id, statement_id)
            select 'clinica-norte', lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n + 1), 32, '0')::uuid,
                sha256(n::text::bytea)
            from generate_series(1, 5000) n""", """
            insert into crm_pending_update (tenant_id, target_hash, digest, received_at, data_key_id, sealed)
            select 'clinica-norte', sha256(n::text::bytea), sha256(n::text::bytea), now(), gen_random_uuid(),
                sha256(n::text::bytea)
            from generate_series(1, 5000) n""", """
            insert into crm_contact_tag (tenant_id, contact_id, category, tag_id)
            select c.tenant_id, c.id, t.category, t.id from crm_contact c cross join crm_tag t
            where c.tenant_id = 'clinica-norte' on conflict do nothing""", """
            insert into crm_attribute (tenant_id, contact_id, name, data_key_id, sealed, amount)
            select tenant_id, id, 'visits', data_key_id, sha256(id::text::bytea), 3 from crm_contact
            where tenant_id = 'clinica-norte' and joined_into is null and id > (
                select contact_id from crm_contact_activity where tenant_id = 'clinica-norte'
                order by first_at, contact_id limit 1)""", """
            insert into crm_note (tenant_id, id, contact_id, written_at, data_key_id, sealed)
            select tenant_id, gen_random_uuid(), contact_id, now(), data_key_id, sealed from crm_attribute
            where tenant_id = 'clinica-norte'""", """
            insert into crm_erased_key (tenant_id, key_hash, until_at, erasure_id)
            select 'clinica-norte', sha256(n::text::bytea), now(), gen_random_uuid() from generate_series(1, 5000) n""", """
            insert into crm_erased_message (tenant_id, ref_hash)
            select 'clinica-norte', sha256(n::text::bytea) from generate_series(1, 5000) n""", """
            insert into crm_erased_contact (tenant_id, contact_id, erasure_id)
            select 'clinica-norte', gen_random_uuid(), gen_random_uuid() from generate_series(1, 5000) n""", """
            insert into crm_suppression (tenant_id, key_hash, purpose, channel, granted, since)
            select 'clinica-norte', sha256(n::text::bytea), 2, 'whatsapp', false, now()
            from generate_series(1, 5000) n""", """
            insert into crm_not_duplicate (tenant_id, one_id, other_id, evidence, dismissed_by, dismissed_at)
            select 'clinica-norte', gen_random_uuid(), gen_random_uuid(), sha256(n::text::bytea), 'owner', now()
            from generate_series(1, 5000) n""");

    /** What extractors read of every contact, and what is done with many. */
    static final List<String> OF_EACH_CONTACT = List.of("""
            insert into crm_fact (tenant_id, id, contact_id, fingerprint, type, state, recorded_at, data_key_id, sealed)
            select tenant_id, id, id, '', 'PRICE', 'CURRENT', now(), data_key_id, ''
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_fact_evidence (tenant_id, id, fact_id, interaction_id, span_start, span_end, extractor,
                data_key_id, sealed)
            select tenant_id, gen_random_uuid(), id, gen_random_uuid(), 0, 1, 'rules', data_key_id, ''
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_reading (tenant_id, interaction_id, extractor, reader, read_at, data_key_id)
            select tenant_id, id, 'rules', '1', now(), data_key_id
            from crm_interaction where tenant_id = 'clinica-norte'""", """
            insert into crm_bulk (tenant_id, id, request_key, started_by, started_at, state, chosen, done, unchanged,
                refused, data_key_id, sealed)
            select tenant_id, id, decode(replace(id::text, '-', ''), 'hex'), 'system', now(), 4, 0, 0, 0, 0,
                data_key_id, '' from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_bulk_contact (tenant_id, bulk_id, contact_id, outcome)
            select tenant_id, id, gen_random_uuid(), n % 4 from crm_bulk cross join generate_series(1, 9) n
            where tenant_id = 'clinica-norte'""", """
            insert into crm_request (tenant_id, id, contact_id, kind, regime, reference, opened_by, received_at, due_at,
                extension, state, refusal, closed_at)
            select tenant_id, gen_random_uuid(), id, 0, 0, '', 'system', now(), now(), 0, 1, 0, now()
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_sending (tenant_id, id, request_key, contact_id, account, purpose, asked_by, asked_at, state,
                at, calls, code, advice, data_key_id, sealed)
            select tenant_id, gen_random_uuid(), decode(replace(id::text, '-', ''), 'hex'), id, 'whatsapp:1', 2,
                'system', now(), 2, now(), 1, 0, 0, data_key_id, ''
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_consent (tenant_id, id, contact_id, purpose, channel, granted, stated_at, recorded_at, evidence,
                stated_by)
            select tenant_id, id, id, 2, '*', true, now(), now(), 0, 'system'
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_appointment (tenant_id, contact_id, id, status, booked_at)
            select tenant_id, id, id, 0, now()
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_sale (tenant_id, contact_id, at, id, kind)
            select tenant_id, id, now(), id, 0
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""", """
            insert into crm_due (tenant_id, subject, kind, due_at, generation, attempts, leased, parked)
            select tenant_id, id, 0, '3000-01-01', 0, 0, false, false
            from crm_contact where tenant_id = 'clinica-norte' and joined_into is null""");
}
