package io.crmkit.segment;

import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What contacts are chosen by. A database finds them by it, and {@link Fulfilment} tests one contact by it; both agree.
 *
 * @since 0.1
 */
public sealed interface Criterion
        permits Criterion.All,
                Criterion.Any,
                Criterion.Not,
                Criterion.HasStatus,
                Criterion.Tagged,
                Criterion.TaggedIn,
                Criterion.FirstContact,
                Criterion.LastContact,
                Criterion.NewFor,
                Criterion.SilentFor,
                Criterion.Counted,
                Criterion.AttributeIs,
                Criterion.AttributeBetween,
                Criterion.Text,
                Dealt,
                Talked,
                Known {
    /** Fulfilled by everybody. */
    Criterion EVERYBODY = new All(List.of());

    /** Each of them is fulfilled; so are none. */
    record All(List<Criterion> of) implements Criterion {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of them is fulfilled; none never is. */
    record Any(List<Criterion> of) implements Criterion {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** It is not fulfilled. */
    record Not(Criterion one) implements Criterion {}

    /** The status is one of them. */
    record HasStatus(Set<ContactStatus> any) implements Criterion {
        public HasStatus {
            any = Set.copyOf(any);
        }
    }

    /** The contact has the tag. */
    record Tagged(Tag tag) implements Criterion {}

    /** The contact has a tag of the category. */
    record TaggedIn(Tag.Category category) implements Criterion {}

    /** Something happened, and first within the window. */
    record FirstContact(Window at) implements Criterion {
        /**
         * At or after one time and before another.
         *
         * @param from null for any
         * @param until null for any
         */
        public FirstContact(@Nullable Instant from, @Nullable Instant until) {
            this(Window.between(from, until));
        }
    }

    /** Something happened, and last within the window. */
    record LastContact(Window at) implements Criterion {
        /**
         * At or after one time and before another.
         *
         * @param from null for any
         * @param until null for any
         */
        public LastContact(@Nullable Instant from, @Nullable Instant until) {
            this(Window.between(from, until));
        }
    }

    /** Something happened first so many days ago or less, by the tenant's calendar. */
    record NewFor(int days) implements Criterion {
        public NewFor {
            requireDays(days);
        }
    }

    /** Nothing happened for so many days or more, by the tenant's calendar, or ever. */
    record SilentFor(int days) implements Criterion {
        public SilentFor {
            requireDays(days);
        }
    }

    /** What is counted of a contact. */
    enum Counter {
        INTERACTIONS,
        FROM_CUSTOMER,
        FROM_BUSINESS
    }

    /** There are so many of something. */
    record Counted(Counter counter, int atLeast, int atMost) implements Criterion {}

    /** The attribute has this value; it is declared to be searched exactly or by range. */
    record AttributeIs(String name, AttributeValue value) implements Criterion {}

    /**
     * The attribute is not less than one value and not more than another; it is declared to be searched by range.
     *
     * @param from null for any
     * @param to null for any
     */
    record AttributeBetween(
            String name,
            @Nullable AttributeValue from,
            @Nullable AttributeValue to) implements Criterion {}

    /** The contact is found by what somebody typed: names, phone, other addresses. */
    record Text(String typed) implements Criterion {
        /** Without what was typed, which may be personal. */
        @Override
        public String toString() {
            return "Text[]";
        }
    }

    static Criterion all(Criterion... of) {
        return new All(List.of(of));
    }

    static Criterion any(Criterion... of) {
        return new Any(List.of(of));
    }

    static Criterion not(Criterion one) {
        return new Not(one);
    }

    static Criterion status(ContactStatus... any) {
        return new HasStatus(Set.of(any));
    }

    static Criterion tagged(Tag tag) {
        return new Tagged(tag);
    }

    static Criterion silentFor(int days) {
        return new SilentFor(days);
    }

    static Criterion text(String typed) {
        return new Text(typed);
    }

    private static void requireDays(int days) {
        if (days < 0 || days > 36_500) {
            throw new IllegalArgumentException("days must be 0 to 36,500");
        }
    }
}
