package io.crmkit.jpa;

import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.search.TermQuery;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Known;
import io.crmkit.segment.Talked;
import io.crmkit.segment.Window;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A criterion as a condition on {@code crm_contact_activity a} and {@code crm_contact c}: its shape becomes the text, its
 * values become parameters.
 */
final class CriterionSql {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(23);

    private static final String BESIDES = " and exists (select 1 from crm_contact_term o"
            + " where o.tenant_id = :tenant and o.token = ? and o.contact_id = m.contact_id)";

    private final StringBuilder text = new StringBuilder();
    private final List<Sql.Binder> values = new ArrayList<>();
    private final AsOf asOf;
    private final Sealing sealing;

    private CriterionSql(AsOf asOf, Sealing sealing) {
        this.asOf = asOf;
        this.sealing = sealing;
    }

    static CriterionSql of(Criterion criterion, AsOf asOf, Sealing sealing) {
        CriterionSql sql = new CriterionSql(asOf, sealing);
        sql.add(criterion);
        return sql;
    }

    String text() {
        return text.toString();
    }

    void bind(Row row) throws SQLException {
        for (Sql.Binder value : values) {
            value.bind(row);
        }
    }

    private void add(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            join(all.of(), " and ", "1 = 1");
        } else if (criterion instanceof Criterion.Any any) {
            any(any.of());
        } else if (criterion instanceof Criterion.Not not) {
            text.append("not ");
            add(not.one());
        } else if (criterion instanceof Criterion.HasStatus status) {
            status(status.any());
        } else if (criterion instanceof Criterion.Tagged tagged) {
            put("""
                    a.contact_id in (select t.contact_id from crm_contact_tag t
                        where t.tenant_id = :tenant and t.category = ? and t.tag_id = ?)""", row -> row.number(Codes.TAG.code(tagged.tag().category())).id(TagRows.id(tagged.tag(), sealing)));
        } else if (criterion instanceof Criterion.TaggedIn tagged) {
            put("""
                    a.contact_id in (select t.contact_id from crm_contact_tag t
                        where t.tenant_id = :tenant and t.category = ?)""", row -> row.number(Codes.TAG.code(tagged.category())));
        } else if (criterion instanceof Criterion.FirstContact first) {
            first(first.at());
        } else if (criterion instanceof Criterion.LastContact last) {
            put(Condition.within(last.at(), asOf, "a.last_at"));
        } else if (criterion instanceof Criterion.NewFor fresh) {
            first(new Window(new Window.Moment.InDays(-fresh.days()), null));
        } else if (criterion instanceof Criterion.SilentFor silent) {
            put("a.last_at <= ?", row -> row.time(asOf.daysAgo(silent.days())));
        } else if (criterion instanceof Criterion.Counted counted) {
            counted(counted);
        } else if (criterion instanceof Criterion.AttributeIs is) {
            attribute(is);
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            amount(between.name(), between.from(), between.to());
        } else if (criterion instanceof Dealt dealt) {
            whole(new DealtSql(asOf).of(dealt));
        } else if (criterion instanceof Talked talked) {
            whole(new TalkedSql(asOf).of(talked));
        } else if (criterion instanceof Known.In in) {
            add(asOf.criterion(in.segment()));
        } else if (criterion instanceof Known known) {
            whole(new KnownSql(sealing).of(known));
        } else {
            found(asOf.terms((Criterion.Text) criterion));
        }
    }

    private void join(List<Criterion> all, String with, String none) {
        text.append('(').append(all.isEmpty() ? none : "");
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : with);
            add(all.get(i));
        }
        text.append(')');
    }

    private void put(String condition, Sql.Binder binder) {
        text.append('(').append(condition).append(')');
        values.add(binder);
    }

    /** Said so that the database can tell how many there are. */
    private void status(Set<ContactStatus> any) {
        List<String> conditions = new ArrayList<>();
        for (ContactStatus status : new TreeSet<>(any)) {
            String follows = switch (status) {
                case ACTIVE -> " or c.status = 0 and a.last_at >= ?";
                case INACTIVE -> " or c.status = 0 and a.last_at < ?";
                case BLOCKED -> "";
            };
            conditions.add("c.status = ?" + follows);
            values.add(row -> row.number(Codes.status(status)));
            if (!follows.isEmpty()) {
                values.add(row -> row.time(asOf.activeSince()));
            }
        }
        text.append('(')
                .append(conditions.isEmpty() ? "1 = 0" : String.join(" or ", conditions))
                .append(')');
    }

    /** Those who fulfil one of several are gathered first where each says who that is, rather than asked of each. */
    private void any(List<Criterion> of) {
        List<Condition> sets = of.stream()
                .map(this::dealtOrTalked)
                .flatMap(Optional::stream)
                .filter(Condition::isSet)
                .toList();
        if (of.size() > 1 && sets.size() == of.size()) {
            whole(Condition.union(sets));
        } else {
            join(of, " or ", "1 = 0");
        }
    }

    private Optional<Condition> dealtOrTalked(Criterion criterion) {
        if (criterion instanceof Dealt dealt) {
            return Optional.of(new DealtSql(asOf).of(dealt));
        }
        return criterion instanceof Talked talked ? Optional.of(new TalkedSql(asOf).of(talked)) : Optional.empty();
    }

    /** Of whom nothing happened with, it is in the far future: so the index of it knows who that is. */
    private void first(Window window) {
        Condition within = Condition.within(window, asOf, "a.first_at");
        put("a.first_at < ?" + within.text(), row -> {
            row.time(Times.NEVER);
            within.values().bind(row);
        });
    }

    /** Something happened, and this besides. */
    private void put(Condition besides) {
        put("a.interactions > 0" + besides.text(), besides.values());
    }

    private void whole(Condition condition) {
        put(condition.text(), condition.values());
    }

    private void counted(Criterion.Counted counted) {
        text.append("(1 = 1");
        bound(counted.atLeast(), Integer.MIN_VALUE, column(counted.counter()) + " >= ?");
        bound(counted.atMost(), Integer.MAX_VALUE, column(counted.counter()) + " <= ?");
        text.append(')');
    }

    private void bound(int count, int none, String condition) {
        if (count != none) {
            text.append(" and ").append(condition);
            values.add(row -> row.number(count));
        }
    }

    private static String column(Criterion.Counter counter) {
        return switch (counter) {
            case INTERACTIONS -> "a.interactions";
            case FROM_CUSTOMER -> "a.from_customer";
            case FROM_BUSINESS -> "a.from_business";
        };
    }

    private void attribute(Criterion.AttributeIs is) {
        if (asOf.attribute(is.name()).search() == Search.BY_RANGE) {
            amount(is.name(), is.value(), is.value());
        } else {
            put("""
                    a.contact_id in (select x.contact_id from crm_attribute x
                        where x.tenant_id = :tenant and x.name = ? and x.token = ?)""", row -> row.text(is.name()).big(sealing.attribute(is.name(), is.value())));
        }
    }

    private void amount(String name, @Nullable AttributeValue from, @Nullable AttributeValue to) {
        put(
                """
                a.contact_id in (select x.contact_id from crm_attribute x
                    where x.tenant_id = :tenant and x.name = ? and x.amount between ? and ?)""",
                row -> row.text(name)
                        .amount(from == null ? MOST.negate() : from.rank())
                        .amount(to == null ? MOST : to.rank()));
    }

    /**
     * One set of contacts by one array, of which the database knows how many it has: it begins with them where they are
     * few, and walks the list where they are many.
     */
    private void found(TermQuery query) {
        List<Long> name = query.name().stream()
                .map(t -> ContactTermRows.token(t, sealing))
                .sorted()
                .toList();
        List<Long> sought = new ArrayList<>(name.subList(0, Math.min(1, name.size())));
        query.address().stream().map(t -> ContactTermRows.token(t, sealing)).forEach(sought::add);
        text.append("(a.contact_id in (select m.contact_id from crm_contact_term m")
                .append(" where m.tenant_id = :tenant and m.token = any(?)");
        values.add(row -> row.array("bigint", sought.stream().sorted().toArray()));
        if (name.size() > 1) {
            text.append(" and (m.token <> ? or true");
            values.add(row -> row.big(name.get(0)));
            for (long token : name.subList(1, name.size())) {
                text.append(BESIDES);
                values.add(row -> row.big(token));
            }
            text.append(')');
        }
        text.append("))");
    }
}
