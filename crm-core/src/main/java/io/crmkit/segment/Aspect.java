package io.crmkit.segment;

import io.crmkit.segment.Criterion.All;
import io.crmkit.segment.Criterion.Any;
import io.crmkit.segment.Criterion.AttributeBetween;
import io.crmkit.segment.Criterion.AttributeIs;
import io.crmkit.segment.Criterion.HasStatus;
import io.crmkit.segment.Criterion.Not;
import io.crmkit.segment.Criterion.Tagged;
import io.crmkit.segment.Criterion.TaggedIn;
import io.crmkit.segment.Criterion.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A kind of change to a contact that criteria depend on. What depends on none of those that changed need not be looked at
 * again; time alone is no change.
 *
 * @since 0.1
 */
public enum Aspect {
    /** How much happened and when: every interaction. */
    ACTIVITY,
    /** The status set by hand. */
    STATUS,
    TAGS,
    ATTRIBUTES,
    /** What the contact goes by. */
    NAMES,
    /** The addresses it holds. */
    IDENTIFIERS,
    APPOINTMENTS,
    /** Payments, refunds and orders; revenue follows from appointments too. */
    MONEY,
    /** What was said by whom, and events: who is to speak next. */
    CONVERSATIONS,
    FACTS,
    /** What messages show of the mood. */
    MOOD;

    /** What a criterion depends on, that of segments it refers to included. */
    public static Set<Aspect> of(Criterion criterion, AsOf asOf) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        add(aspects, criterion, asOf);
        return aspects;
    }

    private static void add(Set<Aspect> aspects, Criterion criterion, AsOf asOf) {
        if (criterion instanceof All all) {
            all.of().forEach(each -> add(aspects, each, asOf));
        } else if (criterion instanceof Any any) {
            any.of().forEach(each -> add(aspects, each, asOf));
        } else if (criterion instanceof Not not) {
            add(aspects, not.one(), asOf);
        } else if (criterion instanceof Known.In in) {
            add(aspects, asOf.criterion(in.segment()), asOf);
        } else {
            aspects.addAll(leaf(criterion));
        }
    }

    private static List<Aspect> leaf(Criterion leaf) {
        if (leaf instanceof HasStatus) {
            return List.of(STATUS, ACTIVITY);
        } else if (leaf instanceof Tagged || leaf instanceof TaggedIn) {
            return List.of(TAGS);
        } else if (leaf instanceof AttributeIs || leaf instanceof AttributeBetween) {
            return List.of(ATTRIBUTES);
        } else if (leaf instanceof Text) {
            return List.of(NAMES, IDENTIFIERS);
        } else if (leaf instanceof Dealt.Appointments) {
            return List.of(APPOINTMENTS);
        } else if (leaf instanceof Dealt.Amount amount) {
            return amount.sum() == Dealt.Sum.SPEND ? List.of(MONEY) : List.of(MONEY, APPOINTMENTS);
        } else if (leaf instanceof Talked) {
            return List.of(CONVERSATIONS);
        } else if (leaf instanceof Known.Says) {
            return List.of(FACTS);
        } else if (leaf instanceof Known.Feels) {
            return List.of(MOOD);
        } else if (leaf instanceof Known.Has) {
            return List.of(IDENTIFIERS);
        }
        return List.of(ACTIVITY);
    }
}
