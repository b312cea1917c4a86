-- The newest messages that have all of these words, older than one. Frequent words are looked for among the newest
-- messages, as long as they are there; seldom ones by the index, all at once; what is neither, as a word that was
-- frequent long ago, by the index a period of 16 days at a time, for which each message has a hash besides its words.
-- The plans are made once, for any words, so each is held to the index it needs.
create function crm_said(sought int4[], at timestamp with time zone, before uuid, most int)
    returns table (occurred_at timestamp with time zone, interaction_id uuid)
    language plpgsql rows 50
    set plan_cache_mode = 'force_generic_plan'
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_indexscan = on
as $$
#variable_conflict use_column
declare
    mine constant text := current_setting('crm.tenant', true);
    period_seconds constant int := 1382400;
    enough constant int := 2000;
    one record;
    scanned int := 0;
    hits int := 0;
    more boolean := false;
    period int;
    oldest int;
begin
    for one in
        select w.occurred_at, w.interaction_id, w.words from crm_interaction_words w
        where w.tenant_id = mine and w.occurred_at <= at and (w.occurred_at < at or w.interaction_id < before)
        order by w.tenant_id desc, w.occurred_at desc, w.interaction_id desc
    loop
        at := one.occurred_at;
        before := one.interaction_id;
        if one.words @> sought then
            occurred_at := at;
            interaction_id := before;
            return next;
            hits := hits + 1;
        end if;
        scanned := scanned + 1;
        more := hits < most and scanned >= 200 and hits * 60 < scanned;
        exit when more or hits = most;
    end loop;
    if not more then
        return;
    end if;

    select floor(extract(epoch from w.occurred_at) / period_seconds) into oldest from crm_interaction_words w
    where w.tenant_id = mine order by w.tenant_id, w.occurred_at limit 1;
    perform set_config('enable_indexscan', 'off', true), set_config('enable_bitmapscan', 'on', true),
        set_config('crm.words', sought::text, true);
    for one in
        with found as materialized (
            select w.occurred_at, w.interaction_id from crm_interaction_words w
            where w.tenant_id = mine and w.occurred_at <= at and (w.occurred_at < at or w.interaction_id < before)
            limit enough + 1)
        select f.occurred_at, f.interaction_id, count(*) over () as n from found f
        order by f.occurred_at desc, f.interaction_id desc
    loop
        more := one.n <= enough;
        exit when not more;
        occurred_at := one.occurred_at;
        interaction_id := one.interaction_id;
        return next;
        hits := hits + 1;
        exit when hits = most;
    end loop;
    if more then
        perform set_config('crm.words', '', true);
        return;
    end if;

    period := floor(extract(epoch from at) / period_seconds);
    while hits < most and period >= oldest loop
        perform set_config('crm.words',
            (sought || ((sought[1] & -1048576) | (period & 1048575)))::text, true);
        return query
            with found as materialized (
                select w.occurred_at, w.interaction_id from crm_interaction_words w where w.tenant_id = mine)
            select f.occurred_at, f.interaction_id from found f
            where floor(extract(epoch from f.occurred_at) / period_seconds) = period
                and f.occurred_at <= at and (f.occurred_at < at or f.interaction_id < before)
            order by f.occurred_at desc, f.interaction_id desc limit most - hits;
        get diagnostics scanned = row_count;
        hits := hits + scanned;
        period := period - 1;
    end loop;
    perform set_config('crm.words', '', true);
end
$$;
