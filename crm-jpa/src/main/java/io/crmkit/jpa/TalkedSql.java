package io.crmkit.jpa;

import io.crmkit.segment.AsOf;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import io.crmkit.segment.Window.Moment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Criteria on the conversations with contacts, as conditions. */
record TalkedSql(AsOf asOf) {
    private static final String OPEN =
            "a.contact_id in (select x.contact_id from crm_conversation x where x.tenant_id = :tenant and x.state = 0";

    /** Messages are read along the contact's timeline. */
    private static final String WRITTEN = "exists (select 1 from crm_interaction x where x.tenant_id = :tenant"
            + " and x.contact_id = a.contact_id and x.kind = 0 and x.author = 0";

    private static final String EVENT = "select x.contact_id from crm_interaction x where x.tenant_id = :tenant"
            + " and x.kind between 1 and 99 and x.kind = any(?)";

    Condition of(Talked criterion) {
        if (criterion instanceof Talked.Awaits awaits) {
            Instant latest = asOf.now().truncatedTo(ChronoUnit.MICROS).minus(awaits.atLeast());
            return new Condition(
                    OPEN + " and x.asked and x.word_at <= ?)", row -> row.time(Condition.storable(latest)));
        } else if (criterion instanceof Talked.Called) {
            return new Condition(OPEN + " and x.raised)", row -> {});
        } else if (criterion instanceof Talked.FirstWrote first) {
            return wrote(first.at().until(), " < ?", first.at().from(), " < ?");
        } else if (criterion instanceof Talked.LastWrote last) {
            return wrote(last.at().from(), " >= ?", last.at().until(), " >= ?");
        }
        return happened((Talked.Happened) criterion);
    }

    /** That there is a message on this side of one moment and none on that side of another. */
    private Condition wrote(@Nullable Moment some, String here, @Nullable Moment none, String there) {
        Condition condition = new Condition("a.from_customer > 0", row -> {});
        if (some != null) {
            condition = condition.and(" and " + WRITTEN + " and x.occurred_at" + here + ")", time(some));
        }
        return none == null
                ? condition
                : condition.and(" and not " + WRITTEN + " and x.occurred_at" + there + ")", time(none));
    }

    private Sql.Binder time(Moment moment) {
        return row -> row.time(Condition.storable(asOf.at(moment)));
    }

    private Condition happened(Talked.Happened criterion) {
        Window at = criterion.at();
        Object[] codes = criterion.any().stream()
                .map(kind -> Codes.EVENT.code(kind) + 1)
                .sorted()
                .map(Integer::shortValue)
                .toArray();
        return new Condition(EVENT, row -> row.array("smallint", codes))
                .and(Condition.within(at, asOf, "x.occurred_at"))
                .counted(criterion.atLeast(), criterion.atMost());
    }
}
