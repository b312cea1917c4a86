package io.crmkit.benchmarks.analytics;

/** What somebody would write by hand who wants one figure of one tenant and nothing else. */
final class FiguresSql {
    static final String WORTH = """
            select count(*), sum(v), percentile_disc(0.5) within group (order by v), max(v) from (
                select contact_id, sum(case kind when 1 then -amount else amount end) v from crm_sale
                where tenant_id = 'clinica-norte' and kind in (0, 1) and currency = 'ARS' group by contact_id) c""";

    private static final String VISITS = """
            with v as (
                select distinct contact_id, date_trunc('month', at at time zone 'America/Argentina/Buenos_Aires') m
                from crm_sale where tenant_id = 'clinica-norte' and kind in (2, 3)),
            f as (select contact_id, min(m) first from v group by contact_id)
            """;

    static final String RETENTION = VISITS + """
            select v.m, count(*) active, count(*) filter (where f.first = v.m) fresh, count(b.m) retained
            from v join f using (contact_id)
            left join v b on b.contact_id = v.contact_id and b.m = v.m - interval '1 month'
            where v.m >= '2025-10-01' group by 1 order by 1""";

    static final String COHORTS = VISITS + """
            , s as (select contact_id, date_trunc('month', at at time zone 'America/Argentina/Buenos_Aires') m,
                sum(amount) spent from crm_sale where tenant_id = 'clinica-norte' and kind in (2, 3) group by 1, 2)
            select f.first, s.m, count(*), sum(s.spent) from s join f using (contact_id) group by 1, 2 order by 1, 2""";

    static final String SILENCE = """
            select contact_id, max(at) from crm_sale where tenant_id = 'clinica-norte' and kind in (2, 3)
            group by contact_id order by 2 fetch first 10 rows only""";

    static final String CREDIT = """
            select t.source_id, sum(s.amount), count(*) from crm_sale s
            left join lateral (
                select source_id from crm_touch t where t.tenant_id = s.tenant_id and t.contact_id = s.contact_id
                    and t.at <= s.at and t.at >= s.at - interval '90 days' order by t.at desc limit 1) t on true
            where s.tenant_id = 'clinica-norte' and s.kind in (2, 3) and s.at >= '2025-10-01T03:00Z' group by 1""";

    static final String TAKINGS = """
            select service_id, staff_id, extract(dow from at at time zone 'America/Argentina/Buenos_Aires'),
                extract(hour from at at time zone 'America/Argentina/Buenos_Aires'), count(*), sum(amount)
            from crm_sale where tenant_id = 'clinica-norte' and kind = 3 and at >= '2025-10-01T03:00Z'
            group by 1, 2, 3, 4""";

    /** From a day on. */
    static final String OPERATIONS = """
            with c as (
                select c.id, c.contact_id, c.opened_at, min(x.occurred_at) filter (where x.kind = 0 and x.author = 0) asked,
                    max(x.occurred_at) filter (where x.kind = 8) settled,
                    count(*) filter (where x.kind = 0 and x.author = 1) bot,
                    count(*) filter (where x.kind = 0 and x.author = 2) agent
                from crm_conversation c join crm_interaction x on x.tenant_id = c.tenant_id
                    and x.contact_id = c.contact_id and x.occurred_at between c.opened_at and c.last_at
                    and x.conversation_id = c.id
                where c.tenant_id = 'clinica-norte' and c.opened_at >= date '%1$s'
                group by c.id, c.contact_id, c.opened_at),
            a as (
                select c.id, min(x.occurred_at) answered from c join crm_interaction x
                    on x.tenant_id = 'clinica-norte' and x.contact_id = c.contact_id and x.conversation_id = c.id
                    and x.kind = 0 and x.author in (1, 2) and x.occurred_at >= c.asked
                group by c.id)
            select date_trunc('month', c.opened_at), count(*), count(c.asked), count(a.answered),
                percentile_disc(array[0.5, 0.9]) within group (order by a.answered - c.asked),
                percentile_disc(array[0.5, 0.9]) within group (order by c.settled - c.opened_at),
                count(*) filter (where bot > 0 and agent = 0)
            from c left join a on a.id = c.id group by 1""";

    private FiguresSql() {}
}
