package io.crmkit.jpa;

import io.crmkit.ai.Sentiment;
import io.crmkit.search.Term;
import io.crmkit.segment.Known;

/** Criteria on what is known about contacts, as conditions; but for those on other segments. */
record KnownSql(Sealing sealing) {
    private static final String SAID = "a.contact_id in (select x.contact_id from crm_fact x"
            + " where x.tenant_id = :tenant and x.state = 'CURRENT' and x.type = ?";

    private static final String HELD = "a.contact_id in (select x.contact_id from crm_contact_term x"
            + " where x.tenant_id = :tenant and x.token = ?)";

    private static final String LATER = "(y.occurred_at > x.occurred_at or y.occurred_at = x.occurred_at"
            + " and (y.id > x.id or y.id = x.id and (q.certainty > r.certainty"
            + " or q.certainty = r.certainty and q.extractor < r.extractor)))";

    /** Those of whose messages one has such a mood, and no later one is known to have another. */
    private static final String FELT = """
            a.contact_id in (select x.contact_id from crm_reading r
                join crm_interaction x on x.tenant_id = :tenant and x.id = r.interaction_id
                where r.tenant_id = :tenant and r.mood = any(?) and x.kind = 0 and x.author = 0 and not exists (
                    select 1 from crm_interaction y
                    join crm_reading q on q.tenant_id = :tenant and q.interaction_id = y.id
                    where y.tenant_id = :tenant and y.contact_id = x.contact_id and y.kind = 0 and y.author = 0
                        and y.occurred_at >= x.occurred_at and q.mood is not null and %s))""".formatted(LATER);

    Condition of(Known criterion) {
        if (criterion instanceof Known.Says says) {
            Condition said = new Condition(SAID, row -> row.text(says.type().name()));
            String key = says.key();
            return key == null
                    ? said.and(")", row -> {})
                    : said.and(" and x.key_token = ?)", row -> row.big(sealing.fact(says.type(), key)));
        } else if (criterion instanceof Known.Feels feels) {
            Object[] moods = feels.any().stream().map(this::mood).sorted().toArray();
            return new Condition(FELT, row -> row.array("bigint", moods));
        }
        Known.Has has = (Known.Has) criterion;
        return new Condition(HELD, row -> row.big(ContactTermRows.token(Term.held(has.scheme()), sealing)));
    }

    private long mood(Sentiment sentiment) {
        return sealing.mood(sentiment);
    }
}
