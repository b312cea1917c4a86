package io.crmkit.segment;

import io.crmkit.contact.Activity;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.search.Term;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether one contact fulfils a criterion.
 *
 * @since 0.1
 */
public record Fulfilment(AsOf asOf) {
    public boolean of(Criterion criterion, ContactFacts facts) {
        Activity activity = facts.summary().activity();
        if (criterion instanceof Criterion.All all) {
            return all.of().stream().allMatch(each -> of(each, facts));
        } else if (criterion instanceof Criterion.Any any) {
            return any.of().stream().anyMatch(each -> of(each, facts));
        } else if (criterion instanceof Criterion.Not not) {
            return !of(not.one(), facts);
        } else if (criterion instanceof Criterion.HasStatus status) {
            return status.any()
                    .contains(facts.summary().activeSince(asOf.activeSince()).status());
        } else if (criterion instanceof Criterion.Tagged tagged) {
            return facts.summary().tags().contains(tagged.tag());
        } else if (criterion instanceof Criterion.TaggedIn tagged) {
            return facts.summary().tags().stream().anyMatch(tag -> tag.category() == tagged.category());
        } else if (criterion instanceof Criterion.FirstContact first) {
            return activity.first() != null && first.at().holds(activity.first(), asOf);
        } else if (criterion instanceof Criterion.LastContact last) {
            return activity.last() != null && last.at().holds(activity.last(), asOf);
        } else if (criterion instanceof Criterion.NewFor fresh) {
            return activity.first() != null && !activity.first().isBefore(asOf.daysAgo(fresh.days()));
        } else if (criterion instanceof Criterion.SilentFor silent) {
            return activity.last() == null || !activity.last().isAfter(asOf.daysAgo(silent.days()));
        } else if (criterion instanceof Criterion.Counted counted) {
            int count = count(activity, counted.counter());
            return count >= counted.atLeast() && count <= counted.atMost();
        } else if (criterion instanceof Criterion.AttributeIs is) {
            return is.value().equals(facts.attributes().get(is.name()));
        } else if (criterion instanceof Criterion.AttributeBetween between) {
            return between(facts.attributes().get(between.name()), between.from(), between.to());
        } else if (criterion instanceof Dealt dealt) {
            return dealt.holds(facts, asOf);
        } else if (criterion instanceof Talked talked) {
            return talked.holds(facts, asOf);
        } else if (criterion instanceof Known known) {
            return known.holds(facts, asOf);
        }
        return asOf.terms((Criterion.Text) criterion)
                .finds(terms(facts.summary().contact()));
    }

    private static int count(Activity activity, Criterion.Counter counter) {
        return switch (counter) {
            case INTERACTIONS -> activity.interactions();
            case FROM_CUSTOMER -> activity.fromCustomer();
            case FROM_BUSINESS -> activity.fromBusiness();
        };
    }

    private static boolean between(
            @Nullable AttributeValue value, @Nullable AttributeValue from, @Nullable AttributeValue to) {
        return value != null
                && (from == null || value.rank().compareTo(from.rank()) >= 0)
                && (to == null || value.rank().compareTo(to.rank()) <= 0);
    }

    private static Set<Term> terms(Contact contact) {
        Set<Term> terms = new HashSet<>(Term.of(contact.naming()));
        terms.addAll(Term.of(contact.identifiers()));
        return terms;
    }
}
